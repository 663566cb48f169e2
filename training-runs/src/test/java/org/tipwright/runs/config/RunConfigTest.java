package org.tipwright.runs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunConfigTest {

  @TempDir private Path folder;

  static List<String> presets() {
    return Presets.names();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetSaysOnlyWhatIsKnown(String preset) {
    Config settings = RunConfig.resolve(preset, Optional.empty(), List.of());

    assertThat(settings.getString("task")).isEqualTo(preset);
    assertThat(settings.getInt("evaluation.episodes")).isEqualTo(200);
  }

  @Test
  void aPresetSaysMoreForAnAgentAndTheCommandLineHasTheLastWord() {
    Config ppo =
        RunConfig.resolve("lift", Optional.empty(), List.of("agent=ppo", "ppo.batch=1024"));
    assertThat(ppo.getBoolean("training.overlap")).isFalse();
    assertThat(ppo.getInt("training.steps-per-lane")).isEqualTo(256);
    assertThat(ppo.getInt("ppo.batch")).isEqualTo(1024);
    Config dqn = RunConfig.resolve("lift", Optional.empty(), List.of());
    assertThat(dqn.getInt("training.steps-per-lane")).isZero();
  }

  @Test
  void aFileGoesOverThePresetAndAnAssignmentOverTheFile() throws IOException {
    Path file = write("seed = 5\nevaluation { episodes = 50, threads = 1 }\n");

    Config settings = RunConfig.resolve("lift", Optional.of(file), List.of("seed=6", "seed=7"));

    assertThat(settings.getLong("seed")).isEqualTo(7);
    assertThat(settings.getInt("evaluation.episodes")).isEqualTo(50);
    assertThat(settings.getInt("evaluation.threads")).isEqualTo(1);
  }

  @Test
  void whatIsRenderedReadsBackEqual() throws IOException {
    Config settings = RunConfig.resolve("lift", Optional.empty(), List.of("seed=9"));
    Path file = write(RunConfig.render(settings));

    assertThat(RunConfig.resolve("lift", Optional.of(file), List.of())).isEqualTo(settings);
  }

  @Test
  void anUnknownPresetIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> RunConfig.resolve("lfit", Optional.empty(), List.of()))
        .hasMessage("unknown preset 'lfit'; did you mean 'lift'?");
  }

  @Test
  void anUnknownTaskOrAgentIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> RunConfig.resolve("lift", Optional.empty(), List.of("task=house")))
        .hasMessage("unknown task 'house'; did you mean 'hose'?");
    assertThatThrownBy(() -> RunConfig.resolve("lift", Optional.empty(), List.of("agent=dqm")))
        .hasMessage("unknown agent 'dqm'; did you mean 'dqn'?");
  }

  @Test
  void anUnknownKeyInAFileIsRefusedWithItsLine() throws IOException {
    Path file = write("seed = 5\nevaluation.episode = 50\n");

    assertThatThrownBy(() -> RunConfig.resolve("lift", Optional.of(file), List.of()))
        .hasMessage(
            "unknown key 'evaluation.episode' in "
                + file
                + " line 2; did you mean 'evaluation.episodes'?");
  }

  @Test
  void aMissingFileIsRefusedWithTheNearest() throws IOException {
    write("");

    assertThatThrownBy(
            () -> RunConfig.resolve("lift", Optional.of(folder.resolve("mien.conf")), List.of()))
        .hasMessage(
            "there is no settings file '"
                + folder.resolve("mien.conf")
                + "'; did you mean '"
                + folder.resolve("mine.conf")
                + "'?");
  }

  @Test
  void aFileThatIsNotHoconIsRefusedWithItsLine() throws IOException {
    Path file = write("seed = 5\nevaluation {\n");

    assertThatThrownBy(() -> RunConfig.resolve("lift", Optional.of(file), List.of()))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("mine.conf: 3");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.conf"), text);
  }
}
