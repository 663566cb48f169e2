package org.tipwright.agents.belief;

import java.util.List;
import org.tipwright.env.lift.LiftMove;

/**
 * How likely the bond survives at a position, given attempts.
 *
 * <p>Over {@link #STEPS} steps the chance at p is {@code σ(b + a·max exp(−d²/2ℓ²) − c·max
 * exp(−e²/2ℓ²))}: d is the distance to where an attempt was safe at p's height, or at its own
 * greatest safe height below it; e the distance to a rupture; both in units that grow with height,
 * {@code ℓ(z) = ℓ₀(1 + gz)}, since directions from contact are what an attempt tests. It is a
 * kernel-smoothed logistic belief with one nearest neighbour for safety, not an exact posterior.
 * Safety reaches farther than rupture by a factor of the settings.
 */
public final class RuptureBelief {

  /** Steps from one judged position to the next. */
  static final int STEPS = 5;

  private static final double FARTHEST_SQUARE = 9;

  private final BeliefSettings settings;

  /** A belief with these settings. */
  public RuptureBelief(BeliefSettings settings) {
    this.settings = settings;
  }

  /** Chance to survive the {@link #STEPS} steps that lead to x, y in Å after so many steps. */
  public double survival(List<Attempt> attempts, double x, double y, int step) {
    double length =
        settings.lengthAngstrom()
            * (1 + settings.lengthGrowth() * step * LiftMove.VERTICAL_ANGSTROM);
    double safe = 0;
    double ruptured = 0;
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      int at = StrictMath.min(step, attempt.lastSafe());
      safe = StrictMath.max(safe, kernel(attempt, at, x, y, step, settings.safeReach() * length));
      if (attempt.ruptured()) {
        ruptured = StrictMath.max(ruptured, kernel(attempt, attempt.steps(), x, y, step, length));
      }
    }
    double logit =
        settings.priorLogit() + settings.safeWeight() * safe - settings.ruptureWeight() * ruptured;
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static double kernel(
      Attempt attempt, int at, double x, double y, int step, double length) {
    double dx = attempt.x()[at] - x;
    double dy = attempt.y()[at] - y;
    double dz = (at - step) * LiftMove.VERTICAL_ANGSTROM;
    double square = (dx * dx + dy * dy + dz * dz) / (length * length);
    return square < FARTHEST_SQUARE ? StrictMath.exp(-0.5 * square) : 0;
  }
}
