package org.tipwright.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipwright.agents.corridor.Corridor;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.rollout.Rollout;

/**
 * Learns the corridor's values, known in closed form: a cell k steps from the right end is worth
 * {@code 0.9^(k−1)}, unless the left end's 0.2 is nearer. Episodes are cut after some four steps,
 * so most of what is learnt has to come through bootstrapping.
 */
class LearningCanaryTest {

  private static final double DISCOUNT = 0.9;
  private static final double CLOSE = 0.08;

  @ParameterizedTest
  @CsvSource({"1, tanh, soft", "2, relu, hard", "3, tanh, hard", "4, relu, soft"})
  void valuesOfTheCorridorAreLearnt(long seed, String activation, String target) {
    Config settings = settings("activation = " + activation, "target-update = " + target);
    assertThat(worstError(seed, settings, false)).isLessThan(CLOSE);
  }

  @Test
  void theCanaryFallsWhenTheTargetNeverMoves() {
    Config stale = settings("target-update = hard", "target-period = 1000000");
    assertThat(worstError(1, stale, false)).isGreaterThan(2 * CLOSE);
  }

  @Test
  void theCanaryFallsWhenTruncationsAreTakenForTerminations() {
    assertThat(worstError(1, settings(), true)).isGreaterThan(2 * CLOSE);
  }

  private static Config settings(String... overrides) {
    String small =
        """
        hidden = [16, 16], activation = tanh, discount = 0.9, batch = 64, warm-up-steps = 100
        learning-rate = 0.003, target-rate = 0.02, target-period = 50, updates-per-step = 1
        epsilon { start = 1, end = 1 }
        """;
    return ConfigFactory.parseString(String.join("\n", overrides))
        .withFallback(ConfigFactory.parseString(small))
        .withFallback(DqnSettings.defaults());
  }

  private static double worstError(long seed, Config config, boolean truncationsTerminate) {
    DqnSettings settings = DqnSettings.from(config);
    List<Corridor> lanes = IntStream.range(0, 8).mapToObj(i -> new Corridor(4, false)).toList();
    var spec = lanes.get(0).observationSpec();
    var actions = lanes.get(0).actionSpec();
    Rollout rollout =
        new Rollout(0, lanes, QNetwork.create(spec, actions, settings, lanes.size()), seed);
    DqnLearner learner = new DqnLearner(spec, actions, settings, seed);
    while (learner.steps() < 3000) {
      EpisodeBatch played = rollout.play(learner.snapshot(), 4).episodes();
      learner.add(truncationsTerminate ? allTerminated(played) : played);
      learner.learn();
    }
    return worstError(learner, QNetwork.create(spec, actions, settings, 1));
  }

  private static double worstError(DqnLearner learner, QNetwork network) {
    network.setParameters(learner.snapshot().parameters());
    double worst = 0;
    float[] q = new float[2];
    for (int cell = 1; cell <= Corridor.CELLS; cell++) {
      network.q(new float[] {cell}, q);
      double right = Math.pow(DISCOUNT, Corridor.CELLS - cell);
      double left = 0.2 * Math.pow(DISCOUNT, cell - 1.0);
      worst = Math.max(worst, Math.abs(Math.max(q[0], q[1]) - Math.max(left, right)));
    }
    return worst;
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
