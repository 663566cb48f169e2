package org.tipwright.bridge.nanonis.driver;

import java.util.Optional;

/**
 * How the controller must stand before a tip is trusted to the bridge; {@code nanonis.conf}
 * explains each line.
 *
 * @param railNanoampere largest current that the preamplifier shows
 * @param safeTipNanoampere threshold of SafeTip
 * @param withdrawNanometrePerSecond rate of a withdrawal
 * @param tipLiftPicometre by which the tip rises when the feedback goes off
 * @param switchOffDelaySecond over which z is averaged then
 * @param zController name of the active z controller
 * @param zLowNanometre lower limit of z; both are empty where the limits are switched off
 * @param zHighNanometre upper limit of z
 * @param biasOffsetMillivolt offset of the bias output
 * @param biasCalibration factor of the bias output
 */
public record ReadySettings(
    double railNanoampere,
    Bounds safeTipNanoampere,
    Bounds withdrawNanometrePerSecond,
    Bounds tipLiftPicometre,
    Bounds switchOffDelaySecond,
    String zController,
    Optional<Bounds> zLowNanometre,
    Optional<Bounds> zHighNanometre,
    Bounds biasOffsetMillivolt,
    Bounds biasCalibration) {

  /** A threshold nearer to the end of the preamplifier's range may never be reached. */
  static final double LARGEST_SHARE_OF_RAIL = 0.8;
}
