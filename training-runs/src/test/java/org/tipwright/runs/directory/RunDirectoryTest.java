package org.tipwright.runs.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  private static final Config CONFIG =
      ConfigFactory.parseString("seed = 3, env { bias = 0.05, path-file = \"\", on-off = on }");

  @TempDir Path folder;

  @Test
  void theSettingsComeBackUnchanged() throws IOException {
    RunDirectory run = new RunDirectory(folder.resolve("run"));
    assertThat(run.isStarted()).isFalse();
    run.create(CONFIG, RunInfo.now(3, "lift"));
    assertThat(run.isStarted()).isTrue();
    assertThat(ConfigDifference.first(CONFIG, run.readConfig(), Set.of())).isEmpty();
  }

  @Test
  void whatIsKnownOfTheMachineIsOneJsonObject() throws IOException {
    RunDirectory run = new RunDirectory(folder);
    run.create(CONFIG, RunInfo.now(3, "lift"));
    JsonNode info = new ObjectMapper().readTree(run.info().toFile());
    assertThat(info.get("seed").asLong()).isEqualTo(3);
    assertThat(info.get("task").asText()).isEqualTo("lift");
    assertThat(info.get("processors").asInt()).isPositive();
    assertThat(info.get("gitRevision").asText()).isNotBlank();
  }
}
