package org.tipwright.agents.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoseBenchmarkTest {

  private static final List<HoseTrial> E1 = HoseTrial.onePath(40);

  /** Published-path runs of such a player succeed in nine out of ten cases. */
  @Test
  void aRandomDirectionAt45DegreesFindsTheWayThroughE1InMostRuns() {
    long solved = E1.stream().filter(t -> HoseBenchmark.run("azimuth-45", t).solved()).count();
    assertThat(solved).isGreaterThanOrEqualTo(32);
  }

  @Test
  void randomMovesNeverDo() {
    for (HoseTrial trial : E1.subList(0, 20)) {
      HoseRun run = HoseBenchmark.run("random", trial);
      assertThat(run.solved()).isFalse();
      assertThat(run.firstSuccess()).isEqualTo(HoseBenchmark.EPISODES);
    }
  }

  @Test
  void theFamilyPutsAPlayerToEveryPathWithSeedsOfItsOwn() {
    List<HoseTrial> trials = HoseTrial.family(0, 40, 3);
    assertThat(trials).hasSize(120);
    assertThat(trials.stream().map(HoseTrial::playerSeed).distinct()).hasSize(120);
    assertThat(trials.get(119).settings().getInt("family-member")).isEqualTo(39);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "rl4j", "dl4j", "leinen-both"})
  void aLearnersRunDependsOnItsSeedAlone(String agent) {
    long steps = HoseBenchmark.run(agent, E1.get(0), 5).steps();
    assertThat(HoseBenchmark.run(agent, E1.get(0), 5).steps()).isEqualTo(steps);
    long others =
        HoseBenchmark.run(agent, E1.get(1), 5).steps()
            + HoseBenchmark.run(agent, E1.get(2), 5).steps();
    assertThat(others).isNotEqualTo(2 * steps);
  }

  @Test
  void anUnknownAgentIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> HoseBenchmark.run("dqm", E1.get(0)))
        .hasMessageStartingWith("no agent 'dqm'; there are [azimuth-45, ")
        .hasMessageContaining("dqn");
  }
}
