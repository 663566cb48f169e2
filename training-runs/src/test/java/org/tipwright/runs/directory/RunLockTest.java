package org.tipwright.runs.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @Test
  void oneTrainingAtATimeHoldsARun(@TempDir Path folder) throws IOException {
    RunDirectory run = new RunDirectory(folder.resolve("run"));
    try (RunLock first = RunLock.take(run).orElseThrow()) {
      assertThat(RunLock.take(run)).isEmpty();
      assertThat(first).isNotNull();
    }
    try (RunLock second = RunLock.take(run).orElseThrow()) {
      assertThat(second).isNotNull();
    }
  }
}
