package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.env.episode.EpisodeReplay;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.training.TrainingOutcome.Status;

class HoseRunTest {

  private static final List<String> SMALL =
      List.of(
          "dqn.hidden=[8]",
          "dqn.batch=16",
          "training.rounds=2",
          "training.groups=1",
          "training.lanes-per-group=4",
          "training.episodes-per-round=4",
          "training.validation-episodes=4",
          "training.recorded-episodes=2");

  @TempDir Path folder;

  @Test
  void aPresetIsTrainedAndLeavesAPolicyAndEpisodesThatReplay() throws Exception {
    TrainingOutcome outcome =
        Training.run(new TrainingPlan(config(), folder, false), new Notices());
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    RunDirectory run = new RunDirectory(folder);
    assertThat(PolicyFile.load(run.policy()).card().task()).isEqualTo("hose");
    assertThat(run.episodes().resolve("validation-2.episode")).doesNotExist();
    for (int episode = 0; episode < 2; episode++) {
      Path record = run.episodes().resolve("validation-" + episode + ".episode");
      assertThat(EpisodeReplay.replay(record).identical()).isTrue();
    }
  }

  @Test
  void aSettingThatCannotBeIsWrongUse() {
    Config wrong = ConfigFactory.parseString("training.groups = 0").withFallback(config());
    TrainingPlan plan = new TrainingPlan(wrong, folder, false);
    assertThatThrownBy(() -> Training.start(plan, new Notices()))
        .isInstanceOf(WrongUse.class)
        .hasMessage("'training.groups' is 0 but must be at least 1");
    assertThat(folder).isEmptyDirectory();
  }

  private static Config config() {
    return RunConfig.resolve("hose", Optional.empty(), SMALL);
  }
}
