package org.tipwright.runs.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigRenderOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HoseRun;

class FirstSuccessScoreTest {

  private static final int NEVER = HoseBenchmark.EPISODES;

  @TempDir private Path folder;

  @Test
  void anUnsolvedRunLiesBeyondEveryOther() {
    FirstSuccessScore score = FirstSuccessScore.of(runs(3, NEVER, 10, 20, NEVER, NEVER));
    assertThat(score.solved()).isEqualTo(3);
    assertThat(score.lowerQuartile()).isEqualTo(12.5);
    assertThat(score.median()).isInfinite();
    assertThat(score.mean()).isEqualTo((10 + 20 + 150 + 150) / 4.0);
  }

  @Test
  void runsOnOnePathCountForLittleMoreThanOne() {
    List<HoseRun> alone = new ArrayList<>();
    List<HoseRun> inPairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int first = (i / 2 * 7) % 80;
      alone.add(run(i, first));
      inPairs.add(run(i / 2, first));
    }
    assertThat(width(FirstSuccessScore.of(inPairs)))
        .isGreaterThan(1.2 * width(FirstSuccessScore.of(alone)));
  }

  @Test
  void whereAllRunsOfTwentyPathsAreSolvedTheIntervalIsThatOfTwenty() {
    List<HoseRun> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(run(i / 3, 5));
    }
    FirstSuccessScore score = FirstSuccessScore.of(all);
    assertThat(score.shareHigh()).isEqualTo(1);
    assertThat(score.shareLow()).isBetween(0.83, 0.85);
  }

  @Test
  void jsonSaysNullWhereTheMedianLiesBeyondTheLastEpisode() {
    FirstSuccessComparison comparison =
        new FirstSuccessComparison("hose", 3, List.of(FirstSuccessScore.of(runs(4, NEVER, NEVER))));
    assertThat(comparison.json().root().render(ConfigRenderOptions.concise()))
        .isEqualTo(
            "{\"agents\":{\"one\":{\"first_success_median\":null,"
                + "\"first_success_quartiles\":[null,null],\"solved_share\":0.3333333333333333,"
                + "\"steps_median\":700.0}},\"seeds\":3,\"task\":\"hose\"}");
    assertThat(comparison.text()).contains("> 150");
  }

  @Test
  void figureAndTablesAreWritten() throws Exception {
    FirstSuccessComparison comparison =
        new FirstSuccessComparison("hose", 3, List.of(FirstSuccessScore.of(runs(4, 9, NEVER))));
    assertThat(comparison.write(folder))
        .hasSize(3)
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(folder.resolve("learning-hose-runs.csv")).content().contains("one,0,1,0,150,700");
  }

  private static double width(FirstSuccessScore score) {
    return score.meanInterval().high() - score.meanInterval().low();
  }

  private static List<HoseRun> runs(int... firstSuccesses) {
    List<HoseRun> runs = new ArrayList<>();
    for (int first : firstSuccesses) {
      runs.add(run(0, first));
    }
    return runs;
  }

  private static HoseRun run(int path, int first) {
    return new HoseRun("one", path, 1, first < NEVER, first, 700);
  }
}
