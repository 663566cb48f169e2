package org.tipwright.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TimeStepTest {

  private static final float[] OBSERVATION = {1, 2};

  @Test
  void aRestartHasNoRewardYet() {
    TimeStep step = TimeStep.restart(OBSERVATION);
    assertThat(step.type()).isEqualTo(StepType.FIRST);
    assertThat(step.reward()).isZero();
    assertThat(step.isLast()).isFalse();
  }

  @Test
  void aTerminationHasNoFuture() {
    TimeStep step = TimeStep.termination(-1f, OBSERVATION);
    assertThat(step.discount()).isZero();
    assertThat(step.isLast()).isTrue();
  }

  @Test
  void aTruncationKeepsItsFuture() {
    TimeStep step = TimeStep.truncation(-1f, OBSERVATION);
    assertThat(step.discount()).isEqualTo(1f);
    assertThat(step.isLast()).isTrue();
    assertThat(step.type()).isNotEqualTo(StepType.TERMINATED);
  }

  @Test
  void aTransitionGoesOn() {
    TimeStep step = TimeStep.transition(0.25f, OBSERVATION);
    assertThat(step.discount()).isEqualTo(1f);
    assertThat(step.reward()).isEqualTo(0.25f);
    assertThat(step.isLast()).isFalse();
  }

  /** A record's constructor is as public as the record; it checks what the factories promise. */
  @Test
  void noOtherCombinationCanBeMade() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeStep(StepType.TRUNCATED, 0f, 0f, OBSERVATION));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeStep(StepType.TERMINATED, 0f, 1f, OBSERVATION));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeStep(StepType.FIRST, 1f, 1f, OBSERVATION));
  }
}
