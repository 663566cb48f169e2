package org.tipwright.agents.belief;

import java.util.List;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.random.RandomStream;

/**
 * Draws lines, each through the middle of a hypothesis and most of them from a prefix that an
 * attempt has shown to be safe, and keeps the one that promises most to an {@link Ensemble}. Not
 * safe for two threads at once.
 */
final class LinePlanner {

  /** A prefix shorter than this is contact itself. */
  private static final int SHORTEST_PREFIX = 3;

  private final BeliefSettings settings;
  private final Shells shells;
  private final Crossings crossings;
  private final double[] chances;
  private final int steps;
  private final double[] x;
  private final double[] y;

  LinePlanner(BeliefSettings settings, Shells shells, int steps) {
    this.settings = settings;
    this.shells = shells;
    this.crossings = new Crossings(shells);
    this.chances = new double[shells.count()];
    this.steps = steps;
    this.x = new double[steps + 1];
    this.y = new double[steps + 1];
  }

  /** The most promising of the lines drawn. */
  PlannedLine plan(List<Attempt> attempts, Ensemble ensemble, RandomStream draws) {
    double best = -1;
    double[] bestX = new double[steps + 1];
    double[] bestY = new double[steps + 1];
    int bestPrefix = 0;
    double bestSurvival = 0;
    for (int c = 0; c < settings.candidates(); c++) {
      int prefix = begin(attempts, draws);
      grow(prefix, ensemble.get(draws.nextInt(ensemble.size())));
      crossings.follow(x, y, prefix + 1, steps - 1);
      ensemble.survive(crossings, chances);
      double survival = crossings.size() == 0 ? 1 : chances[crossings.size() - 1];
      double promise = settings.caution() * height() / steps + (1 - settings.caution()) * survival;
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

  /** Chance that a line survives all steps up to some step, the prefix being safe. */
  double survival(PlannedLine line, int step, Ensemble ensemble) {
    crossings.follow(line.x(), line.y(), line.prefix() + 1, StrictMath.min(step, steps - 1));
    ensemble.survive(crossings, chances);
    return crossings.size() == 0 ? 1 : chances[crossings.size() - 1];
  }

  /** Steps that the line is expected to survive. */
  private double height() {
    double height = crossings.size() == 0 ? steps : crossings.step(0);
    for (int i = 0; i < crossings.size(); i++) {
      int next = i + 1 < crossings.size() ? crossings.step(i + 1) : steps;
      height += chances[i] * (next - crossings.step(i));
    }
    return height;
  }

  /** Repeats an attempt up to some safe height, of two the one that came higher. */
  private int begin(List<Attempt> attempts, RandomStream draws) {
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
    return prefix;
  }

  /**
   * Goes on from the prefix to the top, as near to the middle of a hypothesis as the moves allow.
   */
  private void grow(int prefix, Hypothesis hypothesis) {
    double most = Shells.STEEPEST * LiftMove.VERTICAL_ANGSTROM;
    for (int n = prefix + 1; n <= steps; n++) {
      int shell = shells.of(Shells.distance(x[n - 1], y[n - 1], n));
      double scale = Shells.fromDirection(hypothesis.x(shell), hypothesis.y(shell), n);
      double dx = scale * hypothesis.x(shell) - x[n - 1];
      double dy = scale * hypothesis.y(shell) - y[n - 1];
      double way = StrictMath.abs(dx) + StrictMath.abs(dy);
      double share = way > most ? most / way : 1;
      x[n] = x[n - 1] + share * dx;
      y[n] = y[n - 1] + share * dy;
    }
  }
}
