package org.tipwright.runs.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HoseRun;
import org.tipwright.agents.benchmark.HoseTrial;

class ParallelRunsTest {

  @Test
  void theSameComesOutOnOneThreadAndOnMany() {
    List<Callable<HoseRun>> runs = new ArrayList<>();
    for (HoseTrial trial : HoseTrial.family(1000, 6, 2)) {
      runs.add(() -> HoseBenchmark.run("azimuth-45", trial));
    }
    List<HoseRun> alone = ParallelRuns.play(runs, 1, (ended, all) -> {});
    assertThat(ParallelRuns.play(runs, 4, (ended, all) -> {})).isEqualTo(alone);
    assertThat(alone.get(11).path()).isEqualTo(1005);
  }

  @Test
  void theWatcherHearsTheEnd() {
    List<Integer> heard = new ArrayList<>();
    List<Callable<Integer>> runs =
        IntStream.range(0, 5).<Callable<Integer>>mapToObj(i -> () -> i).toList();
    ParallelRuns.play(runs, 2, (ended, all) -> heard.add(ended));
    assertThat(heard).last().isEqualTo(5);
  }

  @Test
  void aRunThatThrowsEndsTheComparisonAndIsNamed() {
    List<Callable<Integer>> runs =
        List.of(
            () -> {
              throw new ArithmeticException("lost");
            });
    assertThatThrownBy(() -> ParallelRuns.play(runs, 2, (ended, all) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lost");
  }
}
