package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCommandTest {

  @TempDir Path home;

  @Test
  void playsAsOftenAsInThePublishedTableUnlessToldOtherwise() {
    CommandRun run =
        CommandRun.of(home, "benchmark", "learning", "hose", "--agents", "azimuth-45", "--json");

    assertThat(run.exitCode()).isZero();
    Config json = ConfigFactory.parseString(run.out());
    assertThat(json.getInt("seeds")).isEqualTo(100);
    assertThat(json.getDouble("agents.azimuth-45.solved_share")).isEqualTo(1.0);
  }

  @Test
  void severalTasksArePlayedInTurnAndAllWritten() {
    CommandRun run =
        CommandRun.of(
            home,
            "benchmark",
            "learning",
            "hose-family",
            "hose",
            "--agents",
            "azimuth-45,random",
            "--seeds",
            "1",
            "--paths",
            "2");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().indexOf("learning-hose-family.csv"))
        .isPositive()
        .isLessThan(run.out().indexOf("learning-hose.csv"));
    assertThat(home.resolve("training-runs/figures/learning-hose-runs.csv")).exists();
  }

  @Test
  void unknownPlayersAreRefusedBeforeAnythingIsPlayed() {
    CommandRun run =
        CommandRun.of(
            home, "benchmark", "learning", "hose", "hose-family", "--agents", "azimut-45");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("unknown agent 'azimut-45'; did you mean 'azimuth-45'?");
    assertThat(Files.exists(home.resolve("training-runs"))).isFalse();
  }
}
