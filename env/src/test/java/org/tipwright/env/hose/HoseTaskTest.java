package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.tipwright.env.Environment;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.TimeStep;
import org.tipwright.env.lift.LiftMove;

class HoseTaskTest {

  private static final HosePath VERTICAL = new HosePathBuilder().lineTo(0, 0, 17).build();

  @Test
  void straightUpRupturesAtTheTiltedPlane() throws Exception {
    Environment e1 = e1();
    TimeStep step = e1.reset(1);
    int steps = 0;
    while (!step.isLast()) {
      step = e1.step(LiftMove.UP.ordinal());
      steps++;
    }
    assertThat(steps).isEqualTo(22);
    assertThat(step.type()).isEqualTo(StepType.TERMINATED);
    assertThat(step.reward()).isEqualTo(0.01f - 1f);
    assertThat(e1.succeeded()).isFalse();
  }

  @Test
  void aPlayerWhoFollowsThePathSucceedsAtStepOneHundredAndForty() throws Exception {
    Environment e1 = e1();
    TimeStep step = e1.reset(1);
    int steps = 0;
    double gathered = 0;
    while (!step.isLast()) {
      step = e1.step(moveNearest(PublishedPath.path(), step.observation()));
      gathered += step.reward();
      steps++;
    }
    assertThat(steps).isEqualTo(140);
    assertThat(step.type()).isEqualTo(StepType.TERMINATED);
    assertThat(step.reward()).isEqualTo(1.01f);
    assertThat(gathered).isBetween(2.399, 2.401);
    assertThat(e1.succeeded()).isTrue();
  }

  @Test
  void successIsTestedBeforeRupture() throws Exception {
    Environment vertical = vertical();
    play(vertical, 1.5f, 13.9f);
    TimeStep step = vertical.step(LiftMove.RIGHT.ordinal());
    assertThat(new HoseCorridor(VERTICAL).survives(18, 0, 140)).isFalse();
    assertThat(step.observation()).containsExactly(1.8f, 0f, 14f);
    assertThat(step.reward()).isEqualTo(1.01f);
    assertThat(vertical.succeeded()).isTrue();
  }

  @Test
  void oneStepEarlierTheSameMoveRuptures() throws Exception {
    Environment vertical = vertical();
    play(vertical, 1.5f, 13.8f);
    TimeStep step = vertical.step(LiftMove.RIGHT.ordinal());
    assertThat(step.type()).isEqualTo(StepType.TERMINATED);
    assertThat(step.reward()).isEqualTo(0.01f - 1f);
  }

  @Test
  void observedIsThePositionInAngstromFreeOfRounding() throws Exception {
    Environment e1 = e1();
    assertThat(e1.reset(1).observation()).containsExactly(0f, 0f, 0f);
    e1.step(LiftMove.RIGHT.ordinal());
    e1.step(LiftMove.FORTH.ordinal());
    e1.step(LiftMove.RIGHT.ordinal());
    TimeStep step = e1.step(LiftMove.BACK.ordinal());
    assertThat(step.observation()).containsExactly(0.6f, 0f, 0.4f);
    assertThat(step.reward()).isEqualTo(0.01f);
  }

  @Test
  void aResetBeforeAnySeedIsRefused() {
    HoseTask task = new HoseTask(HoseSettings.from(Tasks.defaults("hose")));
    assertThatIllegalStateException().isThrownBy(() -> task.reset(new float[3], 0));
  }

  @Test
  void theSettingsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("path = e2"))
        .withMessageContaining("choose e1 or family");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("family-member = -1"))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("path-plane-azimuth-degrees = sideways"))
        .withMessageContaining("'sideways'");
  }

  /** The move whose end lies nearest the path. */
  static int moveNearest(HosePath path, float[] tip) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (LiftMove move : LiftMove.ALL) {
      double distance =
          path.distanceAngstrom(
              tip[0] + 0.3 * move.stepX(), tip[1] + 0.3 * move.stepY(), tip[2] + 0.1);
      if (distance < least) {
        least = distance;
        nearest = move.ordinal();
      }
    }
    return nearest;
  }

  static HoseSettings settings(String overrides) {
    return HoseSettings.from(
        ConfigFactory.parseString(overrides).withFallback(Tasks.defaults("hose")));
  }

  /** From contact straight up to 6 Å, then aside to x, then up to z. */
  private static void play(Environment environment, float x, float z) throws Exception {
    TimeStep step = environment.reset(1);
    while (step.observation()[2] < z) {
      boolean aside = step.observation()[2] >= 6 && step.observation()[0] < x;
      step = environment.step((aside ? LiftMove.RIGHT : LiftMove.UP).ordinal());
      assertThat(step.isLast()).isFalse();
    }
  }

  private static Environment vertical() {
    return new Environment(new HoseTask(VERTICAL));
  }

  private static Environment e1() {
    return new Environment(Tasks.create("hose", Tasks.defaults("hose")));
  }
}
