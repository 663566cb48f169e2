package org.tipwright.agents.belief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefLearnerTest {

  private static final int STEPS = 140;
  private static final BeliefSettings SETTINGS = BeliefSettings.from(BeliefSettings.defaults());

  @Test
  void aPositionIsWorthLessNearARuptureAndMoreNearASafeOne() {
    RuptureBelief belief = new RuptureBelief(SETTINGS);
    List<Attempt> attempts = List.of(straight(0.5, 40, true));
    double unknown = belief.survival(attempts, -9, -9, 40);
    assertThat(belief.survival(attempts, 2.0, 0, 40)).isLessThan(unknown);
    assertThat(belief.survival(attempts, 1.0, 0, 20)).isGreaterThan(unknown);
  }

  @Test
  void aLineRepeatsAnAttemptOnlyAsFarAsItWasSafe() {
    BeliefLearner learner = new BeliefLearner(SETTINGS, STEPS, 3);
    Attempt attempt = straight(0.5, 60, true);
    learner.add(attempt);
    for (int i = 0; i < 20; i++) {
      PlannedLine line = learner.plan();
      assertThat(line.prefix()).isLessThan(attempt.steps());
      assertThat(Arrays.copyOf(line.x(), line.prefix() + 1))
          .isEqualTo(Arrays.copyOf(attempt.x(), line.prefix() + 1));
    }
  }

  @Test
  void everyLineCanBeFollowedWithTheMoves() {
    BeliefLearner learner = new BeliefLearner(SETTINGS, STEPS, 4);
    for (int i = 0; i < 20; i++) {
      PlannedLine line = learner.plan();
      for (int n = 1; n <= STEPS; n++) {
        double way =
            Math.abs(line.x()[n] - line.x()[n - 1]) + Math.abs(line.y()[n] - line.y()[n - 1]);
        assertThat(way).isLessThan(0.3);
      }
    }
  }

  @Test
  void aRestoredLearnerPlansTheSameLines() throws IOException {
    BeliefLearner learner = new BeliefLearner(SETTINGS, STEPS, 5);
    learner.plan();
    learner.add(straight(1, 30, true));
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    learner.save(saved);
    BeliefLearner restored =
        BeliefLearner.restore(new ByteArrayInputStream(saved.toByteArray()), SETTINGS, STEPS);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    restored.save(again);
    assertThat(again.toByteArray()).isEqualTo(saved.toByteArray());
    assertThat(restored.plan().x()).isEqualTo(learner.plan().x());
  }

  private static Attempt straight(double slope, int steps, boolean ruptured) {
    double[] x = new double[steps + 1];
    Arrays.setAll(x, n -> 0.1 * slope * n);
    return new Attempt(x, new double[steps + 1], ruptured);
  }
}
