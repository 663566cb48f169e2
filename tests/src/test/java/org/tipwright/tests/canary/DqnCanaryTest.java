package org.tipwright.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.agents.dqn.DqnLearner;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.dqn.TaskKnowledge;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;

/**
 * DQN solves each tiny task for 20 seeds within a stated number of steps; broken in one way, it
 * does not. What is broken is done to it from outside: its batches, or a setting out of all sense.
 */
class DqnCanaryTest {

  private static final int SEEDS = 20;
  private static final int LANES = 4;
  private static final int TEST_EPISODES = 25;
  private static final String BASE =
      """
      hidden = [32], activation = tanh, discount = 0.9, batch = 32, warm-up-steps = 50
      learning-rate = 0.003, target-update = hard, target-period = 25, updates-per-step = 0.5
      epsilon { start = 1, end = 0.1, decay-steps = 400 }
      """;

  @Test
  void namesWhatIsShownWithin1500Steps() {
    assertThat(returns(IdentityTask::new, 1500, "")).allMatch(r -> r >= 9.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "priority.exponent = 0.6",
        "double = false",
        "dueling = false",
        "head-hidden = [8]",
        "n-step = 3",
        "target-update = soft, target-rate = 0.05"
      })
  void everySwitchLearnsThatToo(String variant) {
    assertThat(returns(IdentityTask::new, 1500, variant)).allMatch(r -> r >= 9.5);
  }

  @Test
  void neverChoosesWhatIsForbidden() {
    assertThat(returns(GuardedIdentityTask::new, 1500, "")).allMatch(r -> r >= 9.5);
  }

  @Test
  void remembersTheLightWithin2500Steps() {
    assertThat(returns(() -> new MemoryTask(MemoryTask.NEEDED), 2500, "")).allMatch(r -> r >= 0.99);
  }

  @Test
  void staysWhereTheEpisodeIsOnlyCutWithin1000Steps() {
    assertThat(returns(TruncatedBandit::new, 1000, "")).allMatch(r -> r == 0.4f);
  }

  @Test
  void takesTheWrongArmWhenTheTargetNeverMoves() {
    assertThat(returns(TruncatedBandit::new, 1000, "target-period = 1000000"))
        .noneMatch(r -> r == 0.4f);
  }

  @Test
  void takesTheWrongArmWhenTruncationsAreTakenForTerminations() {
    List<Double> returns =
        seeds(seed -> train(TruncatedBandit::new, 1000, "", seed, DqnCanaryTest::allTerminated));
    assertThat(returns).noneMatch(r -> r == 0.4f);
  }

  /** All returns but those of goals one bit away are −1 or less. */
  @Test
  void flipsTenBitsByHindsightAndHardlyEverWithoutIt() {
    String flipping =
        """
        hidden = [64], activation = relu, discount = 0.95, batch = 64, updates-per-step = 0.5
        target-period = 50, epsilon.end = 0.2, epsilon.decay-steps = 2000
        """;
    int steps = 8000;
    List<Double> with = seeds(seed -> solved(steps, flipping + "\nhindsight-share = 0.8", seed));
    List<Double> without = seeds(3, seed -> solved(steps, flipping, seed));
    assertThat(with).allMatch(share -> share >= 0.9);
    assertThat(without).allMatch(share -> share <= 0.3);
  }

  private static double solved(int steps, String settings, long seed) {
    return successes(BitFlippingTask::new, steps, settings, seed);
  }

  private interface Run {
    double of(long seed);
  }

  private static List<Double> seeds(Run run) {
    return seeds(SEEDS, run);
  }

  private static List<Double> seeds(int count, Run run) {
    return Stream.iterate(1L, seed -> seed + 1).limit(count).map(run::of).toList();
  }

  private static List<Double> returns(
      Supplier<EnvironmentCore> tasks, int steps, String overrides) {
    return seeds(seed -> train(tasks, steps, overrides, seed, UnaryOperator.identity()));
  }

  /** Mean return of greedy episodes after so many steps of learning. */
  private static double train(
      Supplier<EnvironmentCore> tasks,
      int steps,
      String overrides,
      long seed,
      UnaryOperator<EpisodeBatch> seen) {
    EpisodeBatch played = greedy(tasks, steps, overrides, seed, seen);
    return played.totalReward() / played.count();
  }

  private static double successes(
      Supplier<EnvironmentCore> tasks, int steps, String overrides, long seed) {
    EpisodeBatch played = greedy(tasks, steps, overrides, seed, UnaryOperator.identity());
    return (double) played.successes() / played.count();
  }

  private static EpisodeBatch greedy(
      Supplier<EnvironmentCore> tasks,
      int steps,
      String overrides,
      long seed,
      UnaryOperator<EpisodeBatch> seen) {
    DqnSettings settings =
        DqnSettings.from(
            ConfigFactory.parseString(overrides)
                .withFallback(ConfigFactory.parseString(BASE))
                .withFallback(DqnSettings.defaults()));
    List<EnvironmentCore> lanes = Stream.generate(tasks).limit(LANES).toList();
    EnvironmentCore task = lanes.get(0);
    ActionSpec.Discrete actions = (ActionSpec.Discrete) task.actionSpec();
    QNetwork network =
        QNetwork.create(task.observationSpec(), actions, settings, LANES)
            .obeying(task.actionMask());
    Rollout rollout = new Rollout(0, lanes, network, seed);
    DqnLearner learner =
        new DqnLearner(task.observationSpec(), actions, settings, TaskKnowledge.of(task), seed);
    while (learner.steps() < steps) {
      learner.add(seen.apply(rollout.play(learner.snapshot(), 1).episodes()));
      learner.learn();
    }
    PolicySnapshot best = new PolicySnapshot(0, learner.snapshot().parameters(), 0, 0);
    return rollout.play(best, TEST_EPISODES).episodes();
  }

  private static EpisodeBatch allTerminated(EpisodeBatch b) {
    boolean[] all = new boolean[b.count()];
    Arrays.fill(all, true);
    return new EpisodeBatch(
        b.observationSize(),
        b.actionSize(),
        b.lengths(),
        b.observations(),
        b.actions(),
        b.rewards(),
        all,
        b.succeeded(),
        b.ids());
  }
}
