package org.tipwright.bridge.microscope.specimen;

/**
 * What a qPlus sensor feels without a bond: attraction that fades with the gap, and the parabola of
 * the contact potential. All numbers are modelling choices.
 */
final class LongRange {

  private static final double AT_CONTACT_HERTZ = -8;
  private static final double FADE_ANGSTROM = 4;
  private static final double HERTZ_PER_VOLT2 = -2;

  /** A hanging molecule shifts the contact potential, in V. */
  private static final double BURDEN_VOLT = 0.25;

  private LongRange() {}

  static double frequencyShiftHertz(double gapAngstrom, double volt, boolean burdened) {
    double fade = StrictMath.exp(-Math.max(0, gapAngstrom) / FADE_ANGSTROM);
    double potential = burdened ? volt - BURDEN_VOLT : volt;
    return fade * (AT_CONTACT_HERTZ + HERTZ_PER_VOLT2 * potential * potential);
  }
}
