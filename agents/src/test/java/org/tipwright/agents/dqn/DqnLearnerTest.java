package org.tipwright.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.corridor.Corridor;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.kernel.LearningDiverged;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Tasks;
import org.tipwright.env.hose.HoseSettings;
import org.tipwright.env.hose.HoseTask;

class DqnLearnerTest {

  private static final Corridor CORRIDOR = new Corridor(6, false);
  private static final DqnSettings SETTINGS =
      DqnSettings.from(
          ConfigFactory.parseString(
                  "hidden = [8], batch = 16, warm-up-steps = 20, experience-capacity = 150, averaging-rate = 0.1")
              .withFallback(DqnSettings.defaults()));

  @Test
  void equalSeedsGiveEqualBytes() throws IOException {
    byte[] once = saved(trained(5, 30));
    assertThat(Arrays.equals(once, saved(trained(5, 30)))).isTrue();
    assertThat(Arrays.equals(once, saved(trained(6, 30)))).isFalse();
  }

  @Test
  void aRestoredLearnerHasTheSameFuture() throws IOException {
    DqnLearner original = trained(7, 40);
    DqnLearner restored =
        DqnLearner.restore(
            new ByteArrayInputStream(saved(original)),
            CORRIDOR.observationSpec(),
            CORRIDOR.actionSpec(),
            SETTINGS,
            TaskKnowledge.NOTHING);
    Rollout rollout = rollout(8);
    for (int round = 0; round < 10; round++) {
      EpisodeBatch played = rollout.play(original.snapshot(), 2).episodes();
      original.add(played);
      restored.add(played);
      assertThat(restored.learn()).isEqualTo(original.learn());
    }
    assertThat(Arrays.equals(saved(restored), saved(original))).isTrue();
  }

  @Test
  void asManyUpdatesAsTheStepsAfterTheWarmUpAskFor() {
    DqnLearner learner = trained(9, 30);
    long expected = (long) ((learner.steps() - SETTINGS.warmUpSteps()) * SETTINGS.updatesPerStep());
    assertThat(learner.learn().totalUpdates()).isEqualTo(expected);
  }

  @Test
  void aLearningRateThatFellToNothingLeavesTheWeightsAlone() {
    DqnSettings falling =
        DqnSettings.from(
            ConfigFactory.parseString(
                    "hidden = [8], batch = 16, warm-up-steps = 0, experience-capacity = 150"
                        + ", learning-rate-factor { start = 1, end = 0, decay-steps = 30 }")
                .withFallback(DqnSettings.defaults()));
    DqnLearner learner =
        new DqnLearner(CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), falling, 4);
    float[] before = learner.snapshot().parameters();
    EpisodeBatch played = rollout(4).play(learner.snapshot(), 1).episodes();
    learner.add(played);
    assertThat(learner.steps()).as("still on the way down").isLessThan(30);
    learner.learn(5);
    float[] learnt = learner.snapshot().parameters();
    assertThat(learnt).isNotEqualTo(before);
    while (learner.steps() < 30) {
      learner.add(played);
    }
    learner.learn(5);
    assertThat(learner.snapshot().parameters()).isEqualTo(learnt);
  }

  @Test
  void aRewardThatIsNotANumberStopsLearning() {
    DqnLearner learner = trained(10, 20);
    EpisodeBatch broken =
        new EpisodeBatch(
            1,
            1,
            new int[] {60},
            new float[61],
            new float[60],
            notNumbers(60),
            new boolean[1],
            new boolean[1],
            new long[1]);
    learner.add(broken);
    assertThatThrownBy(() -> learner.learn(20))
        .isInstanceOf(LearningDiverged.class)
        .hasMessageContaining("the loss is NaN")
        .hasMessageContaining("dqn.learning-rate");
  }

  @Test
  void aRestoredLearnerWithEverySwitchOnHasTheSameFuture() throws IOException {
    HoseTask hose = new HoseTask(HoseSettings.from(Tasks.defaults("hose")));
    DqnSettings all =
        DqnSettings.from(
            ConfigFactory.parseString(
                    """
                    hidden = [8], head-hidden = [4], batch = 16, warm-up-steps = 0, double = false
                    experience-capacity = 300, priority.exponent = 0.6, avoidance-temperature = -0.1
                    model-rollouts.share = 0.5
                    """)
                .withFallback(DqnSettings.defaults()));
    var actions = (ActionSpec.Discrete) hose.actionSpec();
    TaskKnowledge knowledge = TaskKnowledge.of(hose);
    DqnLearner original = new DqnLearner(hose.observationSpec(), actions, all, knowledge, 3);
    Rollout rollout =
        new Rollout(0, List.of(hose), QNetwork.create(hose.observationSpec(), actions, all, 1), 3);
    for (int round = 0; round < 20; round++) {
      original.add(rollout.play(original.snapshot(), 1).episodes());
      original.learn();
    }
    DqnLearner restored =
        DqnLearner.restore(
            new ByteArrayInputStream(saved(original)),
            hose.observationSpec(),
            actions,
            all,
            knowledge);
    for (int round = 0; round < 10; round++) {
      EpisodeBatch played = rollout.play(original.snapshot(), 1).episodes();
      original.add(played);
      restored.add(played);
      if (round == 4) {
        assertThat(original.forget(played.ids()[0])).isTrue();
        assertThat(restored.forget(played.ids()[0])).isTrue();
      }
      assertThat(restored.learn()).isEqualTo(original.learn());
    }
    assertThat(Arrays.equals(saved(restored), saved(original))).isTrue();
  }

  @Test
  void rolloutsWithoutKnownDynamicsAreRefused() {
    DqnSettings asking =
        DqnSettings.from(
            ConfigFactory.parseString("model-rollouts.share = 0.9")
                .withFallback(DqnSettings.defaults()));
    assertThatThrownBy(
            () -> new DqnLearner(CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), asking, 1))
        .hasMessage(
            "dqn.model-rollouts.share is above 0 but the task has no known dynamics; set it to 0");
  }

  @Test
  void anUnknownActivationIsRefusedWithTheKnownOnes() {
    var config =
        ConfigFactory.parseString("activation = sigmoid").withFallback(DqnSettings.defaults());
    assertThatThrownBy(() -> DqnSettings.from(config))
        .hasMessage("dqn.activation cannot be 'sigmoid'; it is one of [relu, tanh]");
  }

  private static float[] notNumbers(int count) {
    float[] values = new float[count];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  private static DqnLearner trained(long seed, int rounds) {
    DqnLearner learner =
        new DqnLearner(CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), SETTINGS, seed);
    Rollout rollout = rollout(seed);
    for (int round = 0; round < rounds; round++) {
      learner.add(rollout.play(learner.snapshot(), 2).episodes());
      learner.learn();
    }
    return learner;
  }

  private static Rollout rollout(long seed) {
    List<Corridor> lanes = List.of(new Corridor(6, false), new Corridor(6, false));
    return new Rollout(
        0,
        lanes,
        QNetwork.create(CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), SETTINGS, 2),
        seed);
  }

  private static byte[] saved(DqnLearner learner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    learner.save(bytes);
    return bytes.toByteArray();
  }
}
