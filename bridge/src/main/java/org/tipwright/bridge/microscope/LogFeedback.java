package org.tipwright.bridge.microscope;

/**
 * A proportional-integral controller on {@code e = ln(|I|/I_set)}: {@code z = w + P e}, {@code ẇ =
 * (P/T) e}. In a junction where ln I falls by 2κ per Å this has a closed solution, {@code e →
 * e·exp(−kt)} with {@code k = 2κ(P/T)/(1 + 2κP)}, which is used over a whole step; so the loop has
 * the speed that P and T give it whatever the step is, and never rings: gains at which a real one
 * would are not modelled.
 */
final class LogFeedback {

  /** Decay of the current over silver, per Å. */
  private static final double DECAY_PER_ANGSTROM = 2.1736;

  /** A current below this share of the set-point counts as this share. */
  private static final double SMALLEST_SHARE = 1e-3;

  private double proportionalAngstrom;
  private double seconds;
  private double integral;

  LogFeedback(double proportionalAngstrom, double seconds) {
    set(proportionalAngstrom, seconds);
  }

  void set(double proportional, double time) {
    proportionalAngstrom = Ranges.positive("P", proportional);
    seconds = Ranges.positive("T", time);
  }

  double proportionalAngstrom() {
    return proportionalAngstrom;
  }

  double timeSeconds() {
    return seconds;
  }

  /** Takes over a tip at a height without moving it. */
  void engage(double zAngstrom) {
    integral = zAngstrom;
  }

  /** Where the tip shall be after a step, from where it is and what was read there. */
  double next(double zAngstrom, double nanoampere, double setpointNanoampere, double stepSeconds) {
    double error =
        StrictMath.log(Math.max(SMALLEST_SHARE, Math.abs(nanoampere) / setpointNanoampere));
    double gain = DECAY_PER_ANGSTROM * proportionalAngstrom;
    double goal = zAngstrom + error / DECAY_PER_ANGSTROM;
    double rate = gain / seconds / (1 + gain);
    integral = goal + (integral - goal) * StrictMath.exp(-rate * stepSeconds);
    return integral + (goal - integral) * gain / (1 + gain);
  }

  /** The output met a limit: the integral does not run on. */
  void stopAt(double zAngstrom) {
    integral = zAngstrom;
  }
}
