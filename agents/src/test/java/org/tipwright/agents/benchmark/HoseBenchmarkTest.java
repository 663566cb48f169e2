package org.tipwright.agents.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.env.Tasks;

class HoseBenchmarkTest {

  private static final Config E1 = Tasks.defaults("hose");

  /** Published-path runs of such a player succeed in nine out of ten cases. */
  @Test
  void aRandomDirectionAt45DegreesFindsTheWayThroughE1InMostRuns() {
    int solved = 0;
    for (long seed = 0; seed < 40; seed++) {
      solved += HoseBenchmark.run("azimuth-45", seed, E1).solved() ? 1 : 0;
    }
    assertThat(solved).isGreaterThanOrEqualTo(32);
  }

  @Test
  void randomMovesNeverDo() {
    for (long seed = 0; seed < 20; seed++) {
      HoseRun run = HoseBenchmark.run("random", seed, E1);
      assertThat(run.solved()).isFalse();
      assertThat(run.firstSuccess()).isEqualTo(HoseBenchmark.EPISODES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "rl4j"})
  void aLearnersRunDependsOnItsSeedAlone(String agent) {
    long steps = HoseBenchmark.run(agent, 1, E1, 5).steps();
    assertThat(HoseBenchmark.run(agent, 1, E1, 5).steps()).isEqualTo(steps);
    long others =
        HoseBenchmark.run(agent, 2, E1, 5).steps() + HoseBenchmark.run(agent, 3, E1, 5).steps();
    assertThat(others).isNotEqualTo(2 * steps);
  }

  @Test
  void anUnknownAgentIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> HoseBenchmark.run("ppo", 1, E1))
        .hasMessage("no agent 'ppo'; there are [dqn, rl4j, random, azimuth-45]");
  }
}
