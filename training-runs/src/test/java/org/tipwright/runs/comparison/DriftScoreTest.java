package org.tipwright.runs.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.benchmark.DriftRun;
import org.tipwright.agents.benchmark.DriftRun.TipRun;

class DriftScoreTest {

  @TempDir private Path folder;

  @Test
  void theFirstTipOfARunStandsApart() {
    DriftScore score = new DriftScore(List.of(run(1, tip(20, 0), tip(20, 4), tip(30))));
    assertThat(score.firstTip(1).mean()).isEqualTo(1);
    assertThat(score.newTips(1).mean()).isZero();
    assertThat(score.newTips(5).mean()).isEqualTo(0.5);
    assertThat(score.solved().mean()).isEqualTo(0.5);
    assertThat(score.allEpisodes().mean()).isEqualTo(1.0 / 50);
  }

  @Test
  void aSeedIsOneUnitHoweverManyTipsItHas() {
    List<DriftRun> few = new ArrayList<>();
    List<DriftRun> many = new ArrayList<>();
    for (int seed = 1; seed <= 20; seed++) {
      TipRun tip = seed % 2 == 0 ? tip(20, 0) : tip(20);
      few.add(run(seed, tip, tip));
      many.add(run(seed, tip, tip, tip, tip, tip));
    }
    assertThat(new DriftScore(many).newTips(1)).isEqualTo(new DriftScore(few).newTips(1));
    assertThat(new DriftScore(few).newTips(1).low()).isCloseTo(0.28, within(0.05));
    assertThat(new DriftScore(few).newTips(1).high()).isCloseTo(0.72, within(0.05));
  }

  @Test
  void whereNoRunEverSucceedsTheIntervalIsWilsons() {
    DriftScore score = new DriftScore(List.of(run(1, tip(20), tip(20)), run(2, tip(20), tip(20))));
    assertThat(score.newTips(1).low()).isZero();
    assertThat(score.newTips(1).high()).isBetween(0.6, 0.7);
    assertThat(SeedShare.of(new double[] {1, 1, 1, 1}).low()).isBetween(0.5, 0.52);
    assertThat(SeedShare.of(new double[] {1, 1, 1, 1}).high()).isEqualTo(1);
  }

  @Test
  void tableJsonAndFilesSayTheSame() throws Exception {
    DriftScore score = new DriftScore(List.of(run(1, tip(20), tip(25, 1, 2), tip(40, 4))));
    DriftComparison comparison = new DriftComparison(1, List.of(score));
    Config agent = comparison.json().getConfig("agents.one");
    assertThat(agent.getDouble("episode_1")).isZero();
    assertThat(agent.getDouble("episode_2")).isEqualTo(0.5);
    assertThat(agent.getDouble("episode_5")).isEqualTo(0.5);
    assertThat(agent.getDouble("any_episode")).isEqualTo(1);
    assertThat(agent.getDouble("first_tip_episode_1")).isZero();
    assertThat(comparison.text()).contains("50.0 (").contains("episode 5");
    assertThat(comparison.write(folder))
        .hasSize(3)
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(folder.resolve("learning-hose-drift-tips.csv"))
        .content()
        .contains("one,1,1,20,0,20", "one,1,2,25,2,1", "one,1,3,40,1,4");
    assertThat(folder.resolve("learning-hose-drift.csv"))
        .content()
        .contains("one,1,episode_5,0.5000");
  }

  private static DriftRun run(int seed, TipRun... tips) {
    return new DriftRun("one", seed, List.of(tips), 1000);
  }

  private static TipRun tip(int episodes, int... successes) {
    BitSet set = new BitSet();
    for (int success : successes) {
      set.set(success);
    }
    return new TipRun(episodes, set);
  }
}
