package org.tipwright.agents.belief;

import java.util.List;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.random.RandomStream;

/**
 * Draws smooth lines, most of them grown from a prefix that an attempt has shown to be safe, and
 * keeps the one that promises most under a {@link RuptureBelief}. Not safe for two threads at once.
 */
final class LinePlanner {

  /** The moves cannot follow more lateral way per height than 3; a little room is left. */
  private static final double STEEPEST = 2.8;

  /** Steps over which the direction of a prefix is taken. */
  private static final int HEADING_STEPS = 15;

  /** A prefix shorter than this is contact itself. */
  private static final int SHORTEST_PREFIX = 3;

  private final BeliefSettings settings;
  private final RuptureBelief belief;
  private final int steps;
  private final double[] x;
  private final double[] y;
  private double slopeX;
  private double slopeY;

  LinePlanner(BeliefSettings settings, int steps) {
    this.settings = settings;
    this.belief = new RuptureBelief(settings);
    this.steps = steps;
    this.x = new double[steps + 1];
    this.y = new double[steps + 1];
  }

  /** The most promising of the lines drawn. */
  PlannedLine plan(List<Attempt> attempts, RandomStream draws) {
    double best = -1;
    double[] bestX = new double[steps + 1];
    double[] bestY = new double[steps + 1];
    int bestPrefix = 0;
    double bestSurvival = 0;
    for (int c = 0; c < settings.candidates(); c++) {
      int prefix = begin(attempts, draws);
      double penalty = grow(prefix, draws);
      double survival = 1;
      double height = prefix;
      for (int n = prefix + RuptureBelief.STEPS; n < steps; n += RuptureBelief.STEPS) {
        survival *= belief.survival(attempts, x[n], y[n], n);
        height += survival * RuptureBelief.STEPS;
      }
      double promise =
          (settings.caution() * height / steps + (1 - settings.caution()) * survival) * penalty;
      if (promise > best) {
        best = promise;
        bestPrefix = prefix;
        bestSurvival = survival;
        System.arraycopy(x, 0, bestX, 0, x.length);
        System.arraycopy(y, 0, bestY, 0, y.length);
      }
    }
    return new PlannedLine(bestX, bestY, bestPrefix, bestSurvival);
  }

  /** Repeats an attempt up to some safe height, of two the one that came higher. */
  private int begin(List<Attempt> attempts, RandomStream draws) {
    slopeX = 0;
    slopeY = 0;
    if (attempts.isEmpty() || draws.nextDouble() < settings.freshShare()) {
      return 0;
    }
    Attempt one = attempts.get(draws.nextInt(attempts.size()));
    Attempt other = attempts.get(draws.nextInt(attempts.size()));
    Attempt higher = one.steps() >= other.steps() ? one : other;
    double back =
        -settings.backAngstrom()
            / LiftMove.VERTICAL_ANGSTROM
            * StrictMath.log(1 - draws.nextDouble());
    int prefix = (int) (StrictMath.min(steps - 1, higher.lastSafe()) - back);
    if (prefix < SHORTEST_PREFIX) {
      return 0;
    }
    System.arraycopy(higher.x(), 0, x, 0, prefix + 1);
    System.arraycopy(higher.y(), 0, y, 0, prefix + 1);
    int from = StrictMath.max(0, prefix - HEADING_STEPS);
    double rise = (prefix - from) * LiftMove.VERTICAL_ANGSTROM;
    slopeX = (x[prefix] - x[from]) / rise;
    slopeY = (y[prefix] - y[from]) / rise;
    return prefix;
  }

  /** Goes on from the prefix to the top; returns the penalty of the kink, at most 1. */
  private double grow(int prefix, RandomStream draws) {
    double spread = settings.slope() * (0.3 + 1.2 * draws.nextDouble());
    double bend = settings.bendLengthAngstrom() * (0.4 + 2 * draws.nextDouble());
    double kept = StrictMath.exp(-RuptureBelief.STEPS * LiftMove.VERTICAL_ANGSTROM / bend);
    double renewed = spread * StrictMath.sqrt(1 - kept * kept);
    double kinkX = draws.nextGaussian();
    double kinkY = draws.nextGaussian();
    double kink = prefix > 0 ? settings.kink() : 1;
    slopeX += kink * spread * kinkX;
    slopeY += kink * spread * kinkY;
    for (int n = prefix + 1; n <= steps; n++) {
      if ((n - prefix) % RuptureBelief.STEPS == 0) {
        slopeX = kept * slopeX + renewed * draws.nextGaussian();
        slopeY = kept * slopeY + renewed * draws.nextGaussian();
      }
      double steepness = StrictMath.abs(slopeX) + StrictMath.abs(slopeY);
      double rise = LiftMove.VERTICAL_ANGSTROM * (steepness > STEEPEST ? STEEPEST / steepness : 1);
      x[n] = x[n - 1] + rise * slopeX;
      y[n] = y[n - 1] + rise * slopeY;
    }
    return prefix > 0
        ? StrictMath.exp(-0.5 * settings.kinkPenalty() * (kinkX * kinkX + kinkY * kinkY))
        : 1;
  }
}
