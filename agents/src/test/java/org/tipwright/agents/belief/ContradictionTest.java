package org.tipwright.agents.belief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionTest {

  private static final Contradiction EXACT = new Contradiction(0);
  private static final BeliefSettings FORGETTING = BeliefSettings.from(BeliefSettings.withMemory());

  @Test
  void aRuptureWhereAnAttemptPassedContradictsIt() {
    Attempt passed = straight(0.5, 60, true);
    assertThat(EXACT.newest(List.of(passed), straight(0.5, 40, true))).isZero();
  }

  @Test
  void aPassageWhereAnAttemptRupturedContradictsIt() {
    Attempt ruptured = straight(0.5, 40, true);
    assertThat(EXACT.newest(List.of(ruptured), straight(0.5, 60, true))).isZero();
  }

  @Test
  void attemptsThatPartBeforeTheirEndsAgree() {
    Attempt one = straight(0.5, 60, true);
    assertThat(EXACT.newest(List.of(one), one)).isEqualTo(-1);
    assertThat(EXACT.newest(List.of(one), straight(0.6, 40, true))).isEqualTo(-1);
    assertThat(EXACT.newest(List.of(one), straight(0.6, 140, false))).isEqualTo(-1);
  }

  @Test
  void nearCountsAsTheSameWithinTheReach() {
    Attempt passed = straight(0.5, 60, true);
    Attempt beside = straight(0.55, 40, true);
    assertThat(new Contradiction(0.25).newest(List.of(passed), beside)).isZero();
    assertThat(new Contradiction(0.15).newest(List.of(passed), beside)).isEqualTo(-1);
  }

  @Test
  void theNewestContradictedAttemptIsForgottenWithAllBeforeIt() {
    BeliefLearner learner = new BeliefLearner(FORGETTING, 140, 1);
    Attempt agreesButIsOlder = straight(-0.5, 50, true);
    Attempt contradicted = straight(0.5, 60, true);
    Attempt younger = straight(-0.7, 30, true);
    Attempt latest = straight(0.5, 40, true);
    List.of(agreesButIsOlder, contradicted, younger, latest).forEach(learner::add);
    assertThat(learner.attempts()).containsExactly(younger, latest);
  }

  @Test
  void withoutMemoryOfChangesNothingIsForgotten() {
    BeliefSettings settings = BeliefSettings.from(BeliefSettings.defaults());
    BeliefLearner learner = new BeliefLearner(settings, 140, 1);
    learner.add(straight(0.5, 60, true));
    learner.add(straight(0.5, 40, true));
    assertThat(learner.attempts()).hasSize(2);
  }

  private static Attempt straight(double slope, int steps, boolean ruptured) {
    double[] x = new double[steps + 1];
    Arrays.setAll(x, n -> 0.1 * slope * n);
    return new Attempt(x, new double[steps + 1], ruptured);
  }
}
