package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Hysteresis of one axis: play operators in parallel, the Prandtl-Ishlinskii model (Brokate and
 * Sprekels, Hysteresis and Phase Transitions, 1996). Their weights have a uniform density over
 * thresholds up to half the range, which gives Rayleigh's parabolic loops: the opening grows with
 * the square of the stroke, and small moves are as commanded.
 */
final class PiezoHysteresis {

  private static final int PLAYS = 24;
  private static final double SMALLEST_ANGSTROM = 1;

  private final boolean off;
  private final double[] threshold = new double[PLAYS];
  private final double[] weight = new double[PLAYS];
  private final double[] play = new double[PLAYS];

  PiezoHysteresis(FaultSettings.Hysteresis settings) {
    this.off = settings.share() == 0;
    // A stroke R then ends at R(1 + W/2) and its loop opens by RW/4.
    double total = 4 * settings.share() / (1 - 2 * settings.share());
    double largest = settings.rangeAngstrom() / 2;
    double ratio = StrictMath.pow(largest / SMALLEST_ANGSTROM, 1.0 / (PLAYS - 1));
    double from = 0;
    double to = SMALLEST_ANGSTROM;
    for (int i = 0; i < PLAYS; i++) {
      threshold[i] = 0.5 * (from + to);
      weight[i] = total * (to - from) / largest;
      from = to;
      to *= ratio;
    }
  }

  /** At rest without memory at a command, from which what follows counts. */
  void settle() {
    Arrays.fill(play, 0);
  }

  /** Goes to a command. */
  void advance(double target) {
    if (off) {
      return;
    }
    for (int i = 0; i < PLAYS; i++) {
      play[i] = Math.max(target - threshold[i], Math.min(target + threshold[i], play[i]));
    }
  }

  /** By how much the piezo is longer than commanded, in Å. */
  double extensionAngstrom() {
    double sum = 0;
    for (int i = 0; i < PLAYS; i++) {
      sum += weight[i] * play[i];
    }
    return sum;
  }

  static int bytes() {
    return PLAYS * Double.BYTES;
  }

  void save(ByteBuffer to) {
    for (double value : play) {
      to.putDouble(value);
    }
  }

  void restore(ByteBuffer from) {
    for (int i = 0; i < PLAYS; i++) {
      play[i] = from.getDouble();
    }
  }
}
