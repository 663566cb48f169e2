package org.tipwright.agents.benchmark;

import java.util.Arrays;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.agents.belief.LinePlanning;
import org.tipwright.agents.belief.PlannedLine;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.physics.NotConverged;

/** Follows lines planned from attempt to attempt; sees positions, rewards and ends only. */
final class LinePlayer implements HosePlayer {

  /** Steps from contact to the height of success. */
  static final int STEPS = 140;

  private final EnvironmentCore hose;
  private final LinePlanning planning;
  private final float[] observation;
  private final float[] action = new float[1];

  LinePlayer(EnvironmentCore hose, LinePlanning planning, long seed) {
    hose.seed(seed);
    this.hose = hose;
    this.planning = planning;
    this.observation = new float[hose.observationSpec().size()];
  }

  @Override
  public EpisodeEnd play(int episode) {
    PlannedLine line = planning.plan();
    double[] heights = new double[line.x().length];
    Arrays.setAll(heights, n -> n * LiftMove.VERTICAL_ANGSTROM);
    PathPolicy policy =
        new PathPolicy("line", new LateralPath(heights, line.x(), line.y()), observation.length);
    double[] x = new double[STEPS + 1];
    double[] y = new double[STEPS + 1];
    int steps = 0;
    boolean last;
    try {
      hose.reset(observation, 0);
      do {
        policy.act(observation, action, 1);
        last = hose.step(action, 0, observation, 0).isLast();
        steps++;
        x[steps] = observation[0];
        y[steps] = observation[1];
      } while (!last);
    } catch (NotConverged notConverged) {
      throw new IllegalStateException("the hose has no physics to relax", notConverged);
    }
    planning.add(
        new Attempt(Arrays.copyOf(x, steps + 1), Arrays.copyOf(y, steps + 1), !hose.succeeded()));
    return new EpisodeEnd(hose.succeeded(), steps);
  }
}
