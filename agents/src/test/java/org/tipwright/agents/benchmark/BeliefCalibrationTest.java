package org.tipwright.agents.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.agents.belief.BeliefLearner;
import org.tipwright.agents.belief.BeliefSettings;
import org.tipwright.agents.belief.PlannedLine;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.physics.NotConverged;

/** Chances that the belief gives to the next Å of a line, beside what came of it. */
class BeliefCalibrationTest {

  private static final int STEPS = 140;
  private static final int SEGMENT = 10;
  private static final int FIRST_MEMBER = 3000;
  private static final int MEMBERS = 10;
  private static final int EPISODES = 30;
  private static final int BINS = 5;

  private final int[] count = new int[BINS];
  private final double[] predicted = new double[BINS];
  private final double[] survived = new double[BINS];

  @Test
  void whatIsCalledLikelyHappensAboutAsOften() throws NotConverged {
    for (HoseTrial trial : HoseTrial.family(FIRST_MEMBER, MEMBERS, 1)) {
      play(trial);
    }
    int all = Arrays.stream(count).sum();
    double error = 0;
    StringBuilder table = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(predicted[bin] - survived[bin]) / all;
      table.append(
          String.format(
              "%n%d segments, predicted %.2f, survived %.2f",
              count[bin], predicted[bin] / count[bin], survived[bin] / count[bin]));
    }
    assertThat(error).as("expected calibration error; by bins:%s", table).isLessThan(0.15);
  }

  private void play(HoseTrial trial) throws NotConverged {
    EnvironmentCore hose = Tasks.create(trial.task(), trial.settings());
    hose.seed(trial.playerSeed());
    BeliefLearner learner =
        new BeliefLearner(
            BeliefSettings.from(BeliefSettings.defaults()), STEPS, trial.playerSeed());
    for (int episode = 0; episode < EPISODES && !hose.succeeded(); episode++) {
      PlannedLine line = learner.plan();
      Attempt attempt = follow(line, hose);
      int safe = attempt.ruptured() ? attempt.steps() - 1 : STEPS;
      for (int n = line.prefix(); n <= safe && n < STEPS; n += SEGMENT) {
        int to = Math.min(STEPS, n + SEGMENT);
        judge(learner.survival(line, to) / learner.survival(line, n), to <= safe);
      }
      learner.add(attempt);
    }
  }

  private void judge(double chance, boolean survives) {
    int bin = Math.min(BINS - 1, (int) (BINS * chance));
    count[bin]++;
    predicted[bin] += chance;
    survived[bin] += survives ? 1 : 0;
  }

  private static Attempt follow(PlannedLine line, EnvironmentCore hose) throws NotConverged {
    double[] heights = new double[STEPS + 1];
    Arrays.setAll(heights, n -> 0.1 * n);
    PathPolicy policy = new PathPolicy("belief", new LateralPath(heights, line.x(), line.y()), 3);
    float[] observation = new float[3];
    float[] action = new float[1];
    double[] x = new double[STEPS + 1];
    double[] y = new double[STEPS + 1];
    int steps = 0;
    boolean last;
    hose.reset(observation, 0);
    do {
      policy.act(observation, action, 1);
      last = hose.step(action, 0, observation, 0).isLast();
      steps++;
      x[steps] = observation[0];
      y[steps] = observation[1];
    } while (!last);
    return new Attempt(Arrays.copyOf(x, steps + 1), Arrays.copyOf(y, steps + 1), !hose.succeeded());
  }
}
