package org.tipwright.agents.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.corridor.Corridor;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.kernel.LearningDiverged;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.agents.rollout.RoundLength;
import org.tipwright.agents.rollout.RoundPlayed;

class PpoLearnerTest {

  private static final int LANES = 4;
  private static final Corridor CORRIDOR = new Corridor(6, false);

  @Test
  void advantagesAreSchulmansSumsAndBootstrapAtTruncationsAlone() {
    float[] values = {1f, 2f, 3f, 10f, 1f, 2f, 3f, 10f};
    EpisodeBatch batch =
        new EpisodeBatch(
            1,
            1,
            new int[] {3, 3},
            new float[8],
            new float[6],
            new float[] {1, 0, 2, 1, 0, 2},
            new boolean[] {false, true},
            new boolean[2],
            new long[] {0, 1});
    float[] advantages = new float[6];
    new GeneralisedAdvantages(0.5, 0.8).estimate(batch, values, advantages);
    // δ = r + γV' − V: 1, −0.5, 4 with the last value 10, and −1 in its place after a termination
    assertThat(advantages[2]).isCloseTo(4f, Offset.offset(1e-6f));
    assertThat(advantages[1]).isCloseTo(1.1f, Offset.offset(1e-6f));
    assertThat(advantages[0]).isCloseTo(1.44f, Offset.offset(1e-6f));
    assertThat(advantages[5]).isCloseTo(-1f, Offset.offset(1e-6f));
    assertThat(advantages[4]).isCloseTo(-0.9f, Offset.offset(1e-6f));
  }

  @Test
  void aRoundOfStepsHasAsManyAndCutsEpisodesThatItDoesNotCount() {
    RoundPlayed played = rollout("").play(learner("").snapshot(), RoundLength.ofSteps(50));
    assertThat(played.steps()).isEqualTo(50 * LANES);
    EpisodeBatch episodes = played.episodes();
    for (int e = 0; e < episodes.count(); e++) {
      assertThat(episodes.cut()[e] && episodes.terminated()[e]).isFalse();
    }
    assertThat(episodes.cut()).contains(true).contains(false);
  }

  @Test
  void aRestoredLearnerHasTheSameFuture() throws IOException {
    PpoLearner original = learner("");
    Rollout rollout = rollout("");
    original.learn(play(rollout, original));
    PpoLearner restored =
        PpoLearner.restore(
            new ByteArrayInputStream(bytes(original)),
            CORRIDOR.observationSpec(),
            CORRIDOR.actionSpec(),
            settings(""));
    assertThat(restored.snapshot()).usingRecursiveComparison().isEqualTo(original.snapshot());
    EpisodeBatch round = play(rollout, original);
    assertThat(restored.learn(round)).isEqualTo(original.learn(round));
    assertThat(bytes(restored)).isEqualTo(bytes(original));
  }

  @Test
  void aFirstEpochOfOneMinibatchBeginsWhereThePolicyPlayed() {
    String once = "epochs = 1, batch = 1000";
    PpoLearner learner = learner(once);
    for (int round = 0; round < 3; round++) {
      PpoMetrics metrics = learner.learn(play(rollout(once), learner));
      assertThat(metrics.approximateKl()).isCloseTo(0, Offset.offset(1e-9));
      assertThat(metrics.clippedShare()).isZero();
    }
  }

  @Test
  void thePolicyLeavesARoundOnceItIsTooFarOff() {
    PpoLearner free = learner("epochs = 30, learning-rate.start = 0.05");
    PpoLearner bound = learner("epochs = 30, learning-rate.start = 0.05, target-kl = 0.01");
    EpisodeBatch round = play(rollout(""), free);
    assertThat(bound.learn(round).policyUpdates()).isLessThan(free.learn(round).policyUpdates());
  }

  @Test
  void aRewardThatIsNotANumberStopsLearning() {
    PpoLearner learner = learner("");
    EpisodeBatch round = play(rollout(""), learner);
    round.rewards()[3] = Float.NaN;
    assertThatThrownBy(() -> learner.learn(round)).isInstanceOf(LearningDiverged.class);
  }

  private static EpisodeBatch play(Rollout rollout, PpoLearner learner) {
    return rollout.play(learner.snapshot(), RoundLength.ofSteps(50)).episodes();
  }

  private static byte[] bytes(PpoLearner learner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    learner.save(bytes);
    return bytes.toByteArray();
  }

  private static PpoLearner learner(String overrides) {
    return new PpoLearner(
        CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), settings(overrides), 5);
  }

  private static Rollout rollout(String overrides) {
    List<Corridor> lanes = IntStream.range(0, LANES).mapToObj(i -> new Corridor(6, false)).toList();
    return new Rollout(
        0,
        lanes,
        new PpoPlayer(
            CORRIDOR.observationSpec(), CORRIDOR.actionSpec(), settings(overrides), LANES),
        9);
  }

  private static PpoSettings settings(String overrides) {
    return PpoSettings.from(
        ConfigFactory.parseString(overrides)
            .withFallback(ConfigFactory.parseString("hidden = [8], batch = 64"))
            .withFallback(PpoSettings.defaults()));
  }
}
