package org.tipwright.agents.belief;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BeliefLearnerTest {

  private static final int STEPS = 140;
  private static final BeliefSettings SETTINGS = BeliefSettings.from(BeliefSettings.defaults());

  @Test
  void aLineIsWorthLessNearARuptureAndMoreWhereAnAttemptWasSafe() {
    BeliefLearner learner = new BeliefLearner(SETTINGS, STEPS, 2);
    PlannedLine broken = line(0.5);
    PlannedLine held = line(-0.5);
    double unknown = 0.5 * (learner.survival(broken, 60) + learner.survival(held, 60));
    learner.add(straight(0.5, 40, true));
    learner.add(straight(-0.5, 80, true));
    assertThat(learner.survival(broken, 60)).isLessThan(0.3 * learner.survival(held, 60));
    assertThat(learner.survival(held, 60)).isGreaterThan(unknown);
    assertThat(learner.survival(held, 30)).isGreaterThan(learner.survival(held, 100));
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

  @Test
  void cautionPrefersTheLineThatComesHigherBeforeItBreaks() {
    assertThat(expectedSteps(1)).isGreaterThan(expectedSteps(0));
  }

  private static double expectedSteps(double caution) {
    Config settings =
        ConfigFactory.parseString("caution = " + caution).withFallback(BeliefSettings.defaults());
    double sum = 0;
    for (int seed = 1; seed <= 5; seed++) {
      BeliefLearner learner = new BeliefLearner(BeliefSettings.from(settings), STEPS, seed);
      learner.add(straight(0.5, 40, true));
      PlannedLine line = learner.plan();
      for (int step = 0; step < STEPS; step++) {
        sum += step <= line.prefix() ? 1 : learner.survival(line, step);
      }
    }
    return sum;
  }

  private static PlannedLine line(double slope) {
    Attempt attempt = straight(slope, STEPS, false);
    return new PlannedLine(attempt.x(), attempt.y(), 0, 1);
  }

  private static Attempt straight(double slope, int steps, boolean ruptured) {
    double[] x = new double[steps + 1];
    Arrays.setAll(x, n -> 0.1 * slope * n);
    return new Attempt(x, new double[steps + 1], ruptured);
  }
}
