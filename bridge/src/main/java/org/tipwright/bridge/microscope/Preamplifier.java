package org.tipwright.bridge.microscope;

import java.util.Arrays;
import java.util.List;

/**
 * The current amplifier: gains, a first-order low pass, and a rail at 10 V of output, above which
 * nothing is told apart.
 */
public final class Preamplifier {

  private static final double OUTPUT_VOLT = 10;
  private static final double NANOAMPERE_PER_AMPERE = 1e9;
  private static final double[] GAIN = {1e6, 1e7, 1e8, 1e9, 1e10};
  private static final double[] BANDWIDTH_HERTZ = {1e4, 3e3, 1e3, 300};
  private static final List<String> GAINS =
      List.of("1E+6 V/A", "1E+7 V/A", "1E+8 V/A", "1E+9 V/A", "1E+10 V/A");
  private static final List<String> FILTERS = List.of("10 kHz", "3 kHz", "1 kHz", "300 Hz");
  private static final int CONTACT_GAIN = 2;
  private static final int USUAL_FILTER = 2;

  private final double[] calibration = new double[GAIN.length];
  private final double[] offset = new double[GAIN.length];
  private int gain = CONTACT_GAIN;
  private int filter = USUAL_FILTER;
  private double output;
  private double reading;
  private boolean atRail;
  private SensorFault fault = SensorFault.NONE;

  Preamplifier() {
    Arrays.setAll(calibration, i -> 1 / GAIN[i]);
  }

  /** Takes in the true current for so many seconds. */
  void step(double nanoampere, double seconds) {
    double times = 2 * StrictMath.PI * BANDWIDTH_HERTZ[filter] * seconds;
    double gone = -StrictMath.expm1(-times);
    double missing = output - nanoampere;
    double mean = nanoampere + missing * gone / times;
    output = railed(nanoampere + missing * (1 - gone));
    atRail = Math.abs(mean) >= railNanoampere();
    double scale = calibration[gain] * GAIN[gain];
    double shown =
        switch (fault) {
          case AMPLIFIER_OFF -> 0;
          case AMPLIFIER_AT_RAIL -> railNanoampere();
          default -> railed(mean);
        };
    if (fault != SensorFault.CURRENT_FLAT) {
      reading = shown * scale + offset[gain] * NANOAMPERE_PER_AMPERE;
    }
  }

  /** From now on it shows what this fault makes of the current. */
  void fail(SensorFault now) {
    fault = now;
  }

  private double railed(double nanoampere) {
    double rail = railNanoampere();
    return Math.max(-rail, Math.min(rail, nanoampere));
  }

  /** The mean reading over the last step, in nA. */
  public double nanoampere() {
    return reading;
  }

  /** Whether the current was beyond what this gain can show. */
  public boolean atRail() {
    return atRail;
  }

  /** The largest current that this gain shows, in nA. */
  public double railNanoampere() {
    return OUTPUT_VOLT / GAIN[gain] * NANOAMPERE_PER_AMPERE;
  }

  /** The names of the gains. */
  public List<String> gains() {
    return GAINS;
  }

  /** The names of the filters. */
  public List<String> filters() {
    return FILTERS;
  }

  /** Index of the gain. */
  public int gain() {
    return gain;
  }

  /** Index of the filter. */
  public int filter() {
    return filter;
  }

  /** Chooses gain and filter by index; −1 keeps either. */
  public void choose(int gainIndex, int filterIndex) {
    if (gainIndex != -1) {
      gain = Ranges.index("gain", gainIndex, GAIN.length);
    }
    if (filterIndex != -1) {
      filter = Ranges.index("filter", filterIndex, BANDWIDTH_HERTZ.length);
    }
  }

  /** Amperes per volt of one gain, −1 for the one in use. */
  public double calibration(int index) {
    return calibration[which(index)];
  }

  /** Offset in A of one gain, −1 for the one in use. */
  public double offsetAmpere(int index) {
    return offset[which(index)];
  }

  /** Sets amperes per volt and the offset in A of one gain, −1 for the one in use. */
  public void calibrate(int index, double amperePerVolt, double offsetAmpere) {
    int which = which(index);
    calibration[which] = Ranges.positive("calibration", amperePerVolt);
    offset[which] = Ranges.finite("offset", offsetAmpere);
  }

  private int which(int index) {
    return index == -1 ? gain : Ranges.index("gain", index, GAIN.length);
  }
}
