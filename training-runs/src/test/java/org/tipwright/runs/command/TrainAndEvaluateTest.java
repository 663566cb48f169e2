package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training of a few seconds, and what is done with its run. */
class TrainAndEvaluateTest {

  @TempDir private static Path home;

  private static CommandRun trained;

  @BeforeAll
  static void train() {
    trained =
        CommandRun.of(
            home,
            "train",
            "hose",
            "training.rounds=2",
            "training.groups=2",
            "training.lanes-per-group=2",
            "training.episodes-per-round=4",
            "training.validation-episodes=2",
            "evaluation.episodes=6",
            "evaluation.record=2",
            "seed=3");
  }

  @Test
  void theTableEndsATrainingAndItsFilesAreInTheRunsFolder() {
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out())
        .contains("6 episodes with seeds never used in training")
        .contains("straight up")
        .contains("next: ./tipwright report hose-seed3");
    for (String file :
        new String[] {
          "config.conf",
          "metrics.csv",
          "policy.zip",
          "evaluation.json",
          "learning-curve.png",
          "report.html",
          "lift.svg",
          "episodes/evaluation-002.episode"
        }) {
      assertThat(run().resolve(file)).exists();
    }
    assertThat(run().resolve("episodes/evaluation-003.episode")).doesNotExist();
  }

  @Test
  void evaluatePrintsOneJsonObjectAndNothingElse() {
    CommandRun evaluated =
        CommandRun.of(home, "evaluate", "hose-seed3", "--episodes", "4", "--json");

    assertThat(evaluated.exitCode()).isZero();
    assertThat(evaluated.out()).startsWith("{").endsWith("}" + System.lineSeparator());
    Config json = ConfigFactory.parseString(evaluated.out());
    assertThat(json.getString("task")).isEqualTo("hose");
    assertThat(json.getString("policy")).isEqualTo("trained");
    assertThat(json.getInt("episodes")).isEqualTo(4);
    assertThat(json.getDouble("success_rate")).isBetween(0.0, 1.0);
    assertThat(json.getDoubleList("ci95")).hasSize(2);
    assertThat(json.getDouble("mean_steps")).isPositive();
    assertThat(json.getConfig("baselines").getDouble("random.success_rate")).isZero();
    assertThat(json.getConfig("baselines").getDoubleList("random.ci95")).hasSize(2);
  }

  @Test
  void aRecordedEpisodeReplaysBitForBit() {
    Path episode = run().resolve("episodes/evaluation-001.episode");

    CommandRun replayed = CommandRun.of(home, "replay", episode.toString());

    assertThat(replayed.exitCode()).isZero();
    assertThat(replayed.out()).contains("identical: all ").contains("to the last bit");
  }

  @Test
  void theReportOfTheLatestRunIsWrittenAgain() throws Exception {
    Files.deleteIfExists(run().resolve("lift.svg"));

    CommandRun reported = CommandRun.of(home, "report", "latest");

    assertThat(reported.out().strip()).isEqualTo(run().resolve("report.html").toString());
    assertThat(run().resolve("lift.svg")).exists();
  }

  @Test
  void aSecondRunOfTheSameNameIsRefused() {
    CommandRun again = CommandRun.of(home, "train", "hose", "--name", "hose-seed3");

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("there is a run in " + run() + " already");
  }

  @Test
  void aMisspeltRunOrEpisodeIsRefusedWithTheNearest() {
    assertThat(CommandRun.of(home, "evaluate", "hose-sed3").err())
        .isEqualToNormalizingNewlines(
            "tipwright: there is no run 'hose-sed3'; did you mean 'hose-seed3'?\n");
    Path episodes = run().resolve("episodes");
    assertThat(CommandRun.of(home, "replay", episodes.resolve("evaluation-01.episode").toString()))
        .extracting(CommandRun::exitCode, CommandRun::err)
        .containsExactly(
            2,
            "tipwright: there is no episode file '"
                + episodes.resolve("evaluation-01.episode")
                + "'; did you mean '"
                + episodes.resolve("evaluation-001.episode")
                + "'?"
                + System.lineSeparator());
  }

  private static Path run() {
    return home.resolve("training-runs").resolve("runs").resolve("hose-seed3");
  }
}
