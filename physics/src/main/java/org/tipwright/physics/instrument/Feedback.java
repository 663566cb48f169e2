package org.tipwright.physics.instrument;

/**
 * The controller: every period it moves the tip by {@code P (eₙ − eₙ₋₁) + (P/T) eₙ Δt}, with {@code
 * e = ln(|I| / I_set)}: the proportional-integral law in increments.
 */
final class Feedback {

  /** A current below this share of the set-point, or of the other sign, counts as this share. */
  private static final double SMALLEST_SHARE = 1e-3;

  private final FeedbackSettings settings;
  private double lastError;

  Feedback(FeedbackSettings settings) {
    this.settings = settings;
  }

  void engage() {
    lastError = 0;
  }

  /** By how much to raise the tip now, in Å. */
  double correctionAngstrom(double nanoampere, double setpointNanoampere) {
    double error =
        StrictMath.log(Math.max(SMALLEST_SHARE, Math.abs(nanoampere) / setpointNanoampere));
    double correction =
        settings.proportionalAngstrom()
            * (error - lastError + error * settings.periodSeconds() / settings.timeSeconds());
    lastError = error;
    return correction;
  }
}
