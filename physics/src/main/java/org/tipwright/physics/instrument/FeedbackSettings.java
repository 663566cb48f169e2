package org.tipwright.physics.instrument;

/**
 * A controller that holds the current at a set-point by the tip's height, on the logarithm of the
 * current.
 *
 * @param proportionalAngstrom P, height per e-fold of current, in Å
 * @param timeSeconds T; the integral gain is P / T
 * @param periodSeconds of the controller
 */
public record FeedbackSettings(
    double proportionalAngstrom, double timeSeconds, double periodSeconds) {

  public FeedbackSettings {
    if (!(proportionalAngstrom > 0) || !(timeSeconds > 0) || !(periodSeconds > 0)) {
      throw new IllegalArgumentException(
          "a feedback loop needs P, T and a period above 0, not "
              + proportionalAngstrom
              + " Å, "
              + timeSeconds
              + " s and "
              + periodSeconds
              + " s");
    }
  }

  /**
   * P = 10 pm, T = 120 µs, as used by Krull et al., Commun. Phys. 3 (2020) 54 (DeepSPM); a period
   * of 50 µs is a modelling choice.
   */
  public static FeedbackSettings deepSpm() {
    return new FeedbackSettings(0.1, 120e-6, 50e-6);
  }
}
