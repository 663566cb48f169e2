package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.runs.training.TrainingOutcome.Status;

class TrainingDeterminismTest {

  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void theNumberOfWorkersChangesNeitherMetricsNorCheckpoints(String overlap) throws Exception {
    ToyRun one = run("one", "training { workers = 1, overlap = " + overlap + " }");
    ToyRun three = run("three", "training { workers = 3, overlap = " + overlap + " }");
    assertThat(three.metrics()).isEqualTo(one.metrics()).hasLineCount(13);
    assertThat(three.checkpoints()).isEqualTo(one.checkpoints()).isNotEmpty();
  }

  @Test
  void theSameSeedGivesTheSameFilesAndAnotherSeedOthers() throws Exception {
    ToyRun first = run("first", "");
    ToyRun second = run("second", "");
    ToyRun other = run("other", "seed = 8");
    assertThat(second.metrics()).isEqualTo(first.metrics()).isNotEqualTo(other.metrics());
    assertThat(second.checkpoints()).isEqualTo(first.checkpoints());
  }

  @Test
  void overlapPlaysWithAnOlderPolicy() throws Exception {
    ToyRun on = run("on", "training.overlap = on");
    ToyRun off = run("off", "training.overlap = off");
    assertThat(on.metrics()).isNotEqualTo(off.metrics());
  }

  @Test
  void learningPaysOff() throws Exception {
    ToyRun run = ToyRun.in(folder.resolve("long")).with("training.rounds = 40");
    TrainingOutcome outcome = run.run(NOBODY);
    assertThat(outcome.bestValidationSuccessRate()).isGreaterThan(0.75);
    assertThat(run.files().policy()).hasSameBinaryContentAs(run.files().best());
  }

  private ToyRun run(String name, String overrides) throws Exception {
    ToyRun run = ToyRun.in(folder.resolve(name)).with(overrides);
    assertThat(run.run(NOBODY).status()).isEqualTo(Status.COMPLETED);
    return run;
  }
}
