package org.tipwright.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.ppo.AdvantageEstimator;
import org.tipwright.agents.ppo.GeneralisedAdvantages;

/** PPO solves each tiny task with every one of 20 seeds, and a broken PPO does not. */
class PpoCanaryTest {

  private static final int IDENTITY_STEPS = 4096;
  private static final double IDENTITY_RETURN = 9.5;
  private static final int NUMBERS_STEPS = 8192;
  private static final double NUMBERS_RETURN = -0.25;
  private static final int MEMORY_STEPS = 8192;
  private static final double MEMORY_RETURN = 0.95;
  private static final int BANDIT_STEPS = 4096;
  private static final double BANDIT_STAYS = 0.95;

  private static final AdvantageEstimator WHOLE = new GeneralisedAdvantages(0.9, 0.9);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void namesWhatIsShown(long seed) {
    assertThat(PpoCanary.learn(IdentityTask::new, WHOLE, seed, IDENTITY_STEPS).meanReturn())
        .isGreaterThan(IDENTITY_RETURN);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void meetsWhatIsShownWhereActionsAreNumbers(long seed) {
    assertThat(PpoCanary.learn(NumbersTask::new, WHOLE, seed, NUMBERS_STEPS).meanReturn())
        .isGreaterThan(NUMBERS_RETURN);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void remembersTheLight(long seed) {
    assertThat(memory(MemoryTask.NEEDED, seed)).isGreaterThan(MEMORY_RETURN);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void waitsForWhatLiesBeyondATruncation(long seed) {
    assertThat(PpoCanary.learn(TruncatedBandit::new, WHOLE, seed, BANDIT_STEPS).successRate())
        .isGreaterThan(BANDIT_STAYS);
  }

  @Test
  void theIdentityFallsWithTheSignOfTheAdvantage() {
    AdvantageEstimator turned =
        (batch, values, advantages) -> {
          WHOLE.estimate(batch, values, advantages);
          for (int i = 0; i < advantages.length; i++) {
            advantages[i] = -advantages[i];
          }
        };
    assertThat(PpoCanary.learn(IdentityTask::new, turned, 1, IDENTITY_STEPS).meanReturn())
        .isLessThan(5);
  }

  @Test
  void theBanditFallsWithoutBootstrappingAtTruncations() {
    AdvantageEstimator shortSighted =
        (batch, values, advantages) -> WHOLE.estimate(allTerminated(batch), values, advantages);
    assertThat(PpoCanary.learn(TruncatedBandit::new, shortSighted, 1, BANDIT_STEPS).successRate())
        .isLessThan(0.5);
  }

  @Test
  void theLightIsForgottenWithTooShortAMemory() {
    assertThat(memory(MemoryTask.NEEDED - 1, 1)).isLessThan(0.75);
  }

  private static double memory(int remembered, long seed) {
    return PpoCanary.learn(() -> new MemoryTask(remembered), WHOLE, seed, MEMORY_STEPS)
        .meanReturn();
  }

  private static EpisodeBatch allTerminated(EpisodeBatch b) {
    boolean[] terminated = new boolean[b.count()];
    Arrays.fill(terminated, true);
    return new EpisodeBatch(
        b.observationSize(),
        b.actionSize(),
        b.lengths(),
        b.observations(),
        b.actions(),
        b.rewards(),
        terminated,
        b.succeeded(),
        b.ids());
  }
}
