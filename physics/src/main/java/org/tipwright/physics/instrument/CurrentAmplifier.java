package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;

/** A current amplifier: a first-order low pass whose output stops at the rail. */
final class CurrentAmplifier {

  private final double rail;
  private final double relaxationsPerSecond;
  private double output;
  private boolean atRail;

  CurrentAmplifier(FaultSettings.Preamplifier settings) {
    this.rail = settings.railNanoampere();
    this.relaxationsPerSecond = 2 * StrictMath.PI * settings.bandwidthHertz();
  }

  /** Mean output while a current flows for so many seconds. */
  double mean(double nanoampere, double seconds) {
    double times = relaxationsPerSecond * seconds;
    double mean = nanoampere;
    double end = nanoampere;
    if (times < Double.POSITIVE_INFINITY) {
      double gone = -StrictMath.expm1(-times);
      double missing = output - nanoampere;
      mean = nanoampere + missing * (times > 0 ? gone / times : 1);
      end = nanoampere + missing * (1 - gone);
    }
    output = Math.max(-rail, Math.min(rail, end));
    atRail = Math.abs(mean) >= rail;
    return Math.max(-rail, Math.min(rail, mean));
  }

  boolean atRail() {
    return atRail;
  }

  static int bytes() {
    return Double.BYTES;
  }

  void save(ByteBuffer to) {
    to.putDouble(output);
  }

  void restore(ByteBuffer from) {
    output = from.getDouble();
  }
}
