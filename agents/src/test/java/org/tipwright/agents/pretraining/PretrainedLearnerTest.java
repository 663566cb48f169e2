package org.tipwright.agents.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.agents.belief.PlannedLine;
import org.tipwright.env.random.RandomStream;

class PretrainedLearnerTest {

  private static final Config SMALL =
      ConfigFactory.parseString("tips = 400, particles = 500, judges = 150, candidates = 40");
  private static final PretrainedSettings MEMORY =
      PretrainedSettings.from(SMALL.withFallback(PretrainedSettings.withMemory()));
  private static final PretrainedSettings NO_MEMORY =
      PretrainedSettings.from(SMALL.withFallback(PretrainedSettings.defaults()));
  private static final TipLibrary LIBRARY = TipLibrary.pretrain(MEMORY);

  private final TipPose tip = new TipPose(LIBRARY);

  @Test
  void afterSomeAttemptsTheTipsThatItThinksOfExplainThemAll() {
    TipCloud cloud = new TipCloud(LIBRARY, MEMORY);
    RandomStream draws = new RandomStream(2, "cloud");
    tip.set(7, false, 1, 0.2, 0.1);
    cloud.begin(draws);
    LineSearch search = new LineSearch(MEMORY);
    double misfit = 0;
    for (int i = 0; i < 4; i++) {
      misfit = cloud.add(attempt(search.plan(cloud, draws)), draws);
    }
    assertThat(misfit).isLessThan(4);
  }

  @Test
  void itLearnsToLeadATipThroughThatItWasTrainedOn() {
    int solved = 0;
    for (int i = 0; i < 5; i++) {
      tip.set(20 + i, true, i, 0.1, 0.3);
      PretrainedLearner learner = new PretrainedLearner(LIBRARY, MEMORY, i);
      solved += attemptsNeeded(learner) <= 15 ? 1 : 0;
    }
    assertThat(solved).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aLineThatSucceededIsRepeatedAndItsFailureIsTakenForANewTip() {
    tip.set(20, true, 0, 0.1, 0.3);
    PretrainedLearner learner = new PretrainedLearner(LIBRARY, MEMORY, 0);
    assertThat(attemptsNeeded(learner)).isLessThan(40);
    PlannedLine line = learner.plan();
    assertThat(attempt(line).ruptured()).isFalse();
    assertThat(learner.changes()).isZero();
    tip.set(20, true, Math.PI, 0, 0);
    learner.add(attempt(line));
    assertThat(learner.changes()).isEqualTo(1);
    assertThat(learner.plan().x()).isNotEqualTo(line.x());
  }

  /** The bond broke where, in the attempt before, it did not. */
  @Test
  void attemptsThatNoTipExplainsAreTakenForANewTip() {
    PretrainedLearner learner = new PretrainedLearner(LIBRARY, MEMORY, 3);
    learner.add(straight(0.9, 120));
    assertThat(learner.changes()).isZero();
    learner.add(straight(0.9, 20));
    assertThat(learner.changes()).isEqualTo(1);
  }

  @Test
  void withoutMemoryWhatItSawChangesNothing() {
    PretrainedLearner one = new PretrainedLearner(LIBRARY, NO_MEMORY, 4);
    PretrainedLearner other = new PretrainedLearner(LIBRARY, NO_MEMORY, 4);
    assertThat(other.plan().x()).isEqualTo(one.plan().x());
    one.add(straight(0.9, 120));
    other.add(straight(-0.2, 30));
    assertThat(other.plan().x()).isEqualTo(one.plan().x());
  }

  @Test
  void aRestoredLearnerPlansTheSameLines() throws IOException {
    PretrainedLearner learner = new PretrainedLearner(LIBRARY, MEMORY, 5);
    tip.set(30, false, 2, 0, 0.4);
    for (int i = 0; i < 3; i++) {
      learner.add(attempt(learner.plan()));
    }
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    learner.save(saved);
    PretrainedLearner restored =
        PretrainedLearner.restore(new ByteArrayInputStream(saved.toByteArray()), LIBRARY, MEMORY);
    for (int i = 0; i < 3; i++) {
      PlannedLine line = learner.plan();
      assertThat(restored.plan().x()).isEqualTo(line.x());
      learner.add(attempt(line));
      restored.add(attempt(line));
    }
  }

  @Test
  void membersThatAreReportedOnAreNotTrainedOn() {
    Config reported =
        ConfigFactory.parseString("first-member = 999").withFallback(PretrainedSettings.defaults());
    assertThatThrownBy(() -> PretrainedSettings.from(reported))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("first-member");
  }

  /** Ten attempts with each of 30 tips that it was not trained on, unless one succeeds. */
  @Test
  void theChancesThatItGivesComeTrueWithinAFactorOfTwoWithTipsNeverSeen() {
    PretrainedSettings unseen =
        PretrainedSettings.from(
            ConfigFactory.parseString("tips = 30, first-member = 7000, seed = 2")
                .withFallback(PretrainedSettings.defaults()));
    TipPose held = new TipPose(TipLibrary.pretrain(unseen));
    double expected = 0;
    int succeeded = 0;
    for (int i = 0; i < 30; i++) {
      held.set(i, false, i, 0.2, -0.1);
      PretrainedLearner learner = new PretrainedLearner(LIBRARY, MEMORY, i);
      boolean ruptured = true;
      for (int attempts = 0; attempts < 10 && ruptured; attempts++) {
        PlannedLine line = learner.plan();
        expected += line.survival();
        Attempt attempt = attempt(line, held);
        learner.add(attempt);
        ruptured = attempt.ruptured();
      }
      succeeded += ruptured ? 0 : 1;
    }
    assertThat(succeeded / expected).isBetween(0.5, 1.5);
  }

  private int attemptsNeeded(PretrainedLearner learner) {
    for (int attempts = 1; attempts < 40; attempts++) {
      Attempt attempt = attempt(learner.plan());
      learner.add(attempt);
      if (!attempt.ruptured()) {
        return attempts;
      }
    }
    return 40;
  }

  /** What following a line gives with the present tip. */
  private Attempt attempt(PlannedLine line) {
    return attempt(line, tip);
  }

  private static Attempt attempt(PlannedLine line, TipPose with) {
    int end = 1;
    while (end < 140 && with.margin(line.x()[end], line.y()[end], end) > 0) {
      end++;
    }
    return new Attempt(
        Arrays.copyOf(line.x(), end + 1), Arrays.copyOf(line.y(), end + 1), end < 140);
  }

  private static Attempt straight(double slope, int steps) {
    double[] x = new double[steps + 1];
    Arrays.setAll(x, n -> 0.1 * slope * n);
    return new Attempt(x, new double[steps + 1], true);
  }
}
