package org.tipwright.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipwright.env.hose.HoseSettings;
import org.tipwright.env.hose.HoseTask;

/** Lane 0 ends after two steps, lane 1 after three. Observed are episode and step. */
class VectorEnvironmentTest {

  private static final float[] UP = {0, 0};

  @Test
  void sameStepShowsTheNextEpisodeAndKeepsTheFinalObservation() throws Exception {
    VectorEnvironment vector = twoLanes(AutoresetMode.SAME_STEP);
    vector.step(UP);
    assertThat(vector.observations()).containsExactly(1, 1, 1, 1);
    assertThat(vector.types()).containsExactly(StepType.MID, StepType.MID);
    vector.step(UP);
    assertThat(vector.observations()).containsExactly(2, 0, 1, 2);
    assertThat(vector.finalObservations()).startsWith(1, 2);
    assertThat(vector.types()).containsExactly(StepType.TERMINATED, StepType.MID);
    assertThat(vector.rewards()).containsExactly(0.5f, 0.5f);
    assertThat(vector.succeeded()).containsExactly(true, false);
    vector.step(UP);
    assertThat(vector.observations()).containsExactly(2, 1, 2, 0);
    assertThat(vector.types()).containsExactly(StepType.MID, StepType.TRUNCATED);
    assertThat(vector.finalObservations()).endsWith(1, 3);
    assertThat(vector.succeeded()).containsExactly(false, false);
  }

  @Test
  void nextStepResetsInTheFollowingCallAndIgnoresItsAction() throws Exception {
    VectorEnvironment vector = twoLanes(AutoresetMode.NEXT_STEP);
    vector.step(UP);
    vector.step(UP);
    assertThat(vector.observations()).containsExactly(1, 2, 1, 2);
    assertThat(vector.types()).containsExactly(StepType.TERMINATED, StepType.MID);
    vector.step(new float[] {99, 0});
    assertThat(vector.observations()).containsExactly(2, 0, 1, 3);
    assertThat(vector.types()).containsExactly(StepType.FIRST, StepType.TRUNCATED);
    assertThat(vector.rewards()).containsExactly(0f, 0.5f);
    assertThat(vector.succeeded()).containsExactly(false, false);
  }

  @Test
  void disabledLeavesResetsToTheCaller() throws Exception {
    VectorEnvironment vector = twoLanes(AutoresetMode.DISABLED);
    vector.step(UP);
    vector.step(UP);
    assertThat(vector.types()[0]).isEqualTo(StepType.TERMINATED);
    assertThatIllegalStateException().isThrownBy(() -> vector.step(0, UP));
    vector.reset(0);
    vector.step(UP);
    assertThat(vector.observations()).containsExactly(2, 1, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void aLaneThatDoesNotConvergeIsAbandonedAndTheOthersGoOn(AutoresetMode mode) throws Exception {
    VectorEnvironment vector =
        seeded(mode, CountingEnvironment.divergingAt(2), CountingEnvironment.terminatingAfter(100));
    vector.step(UP);
    vector.step(UP);
    assertThat(vector.abandoned()).containsExactly(true, false);
    assertThat(vector.types()).containsExactly(StepType.TRUNCATED, StepType.MID);
    assertThat(vector.rewards()).containsExactly(0f, 0.5f);
    if (mode == AutoresetMode.DISABLED) {
      vector.reset(0);
    }
    vector.step(UP);
    assertThat(vector.abandoned()).containsExactly(false, false);
    assertThat(vector.observations()[0]).as("the next episode").isEqualTo(2f);
    assertThat(vector.observations()).endsWith(1, 3);
  }

  @Test
  void lanesOfDifferentKindsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new VectorEnvironment(
                    List.of(
                        CountingEnvironment.terminatingAfter(1),
                        new HoseTask(HoseSettings.from(Tasks.defaults("hose")))),
                    AutoresetMode.DISABLED))
        .withMessageContaining("equal specs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VectorEnvironment(List.of(), AutoresetMode.DISABLED));
  }

  @ParameterizedTest
  @EnumSource(names = {"SAME_STEP", "NEXT_STEP"})
  void steppingAllocatesNothing(AutoresetMode mode) throws Exception {
    VectorEnvironment vector = twoLanes(mode);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int window = 0; window < 10; window++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 200; i++) {
        vector.step(UP);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  private static VectorEnvironment twoLanes(AutoresetMode mode) throws Exception {
    return seeded(
        mode, CountingEnvironment.terminatingAfter(2), CountingEnvironment.truncatingAfter(3));
  }

  private static VectorEnvironment seeded(AutoresetMode mode, EnvironmentCore... lanes)
      throws Exception {
    for (EnvironmentCore lane : lanes) {
      lane.seed(1);
    }
    VectorEnvironment vector = new VectorEnvironment(List.of(lanes), mode);
    vector.reset();
    return vector;
  }
}
