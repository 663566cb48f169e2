package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.training.TrainingOutcome.Status;

class KilledRunTest {

  private static final long KILLED_IN = 7;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", ToyRun.PPO})
  void aProcessKilledInMidTrainingLeavesARunThatEndsAsIfNothingHadHappened(String overrides)
      throws Exception {
    ToyRun whole = ToyRun.in(folder.resolve("whole")).with(overrides);
    whole.run(new Notices());
    ToyRun killed = ToyRun.in(folder.resolve("killed")).with(overrides);
    Path reached = folder.resolve("reached");
    Process process = process(killed.folder(), reached, overrides);
    try {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
      while (Files.notExists(reached) && process.isAlive() && System.nanoTime() < end) {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
      assertThat(reached).exists();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(killed.files().policy()).doesNotExist();
    Notices notices = new Notices();
    assertThat(killed.resume(notices).status()).isEqualTo(Status.COMPLETED);
    assertThat(notices.sentences).anyMatch(sentence -> sentence.startsWith("going on after round"));
    assertThat(killed.metrics()).isEqualTo(whole.metrics());
    assertThat(killed.checkpoints()).isEqualTo(whole.checkpoints());
  }

  private static Process process(Path run, Path reached, String overrides) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            run.toString(),
            reached.toString(),
            overrides);
    return builder.inheritIO().start();
  }

  /** Trains until it is killed: once far enough it says so and keeps the supervisor waiting. */
  static final class Victim {

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
      ToyRun.in(Path.of(arguments[0]))
          .with(arguments[2])
          .run(
              new TrainingListener() {
                @Override
                public void onRound(RoundReport report) {
                  if (report.round() == KILLED_IN) {
                    waitFor(Path.of(arguments[1]));
                  }
                }
              });
    }

    private static void waitFor(Path reached) {
      try {
        Files.createFile(reached);
        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      } catch (IOException | InterruptedException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }
}
