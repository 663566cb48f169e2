package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.training.TrainingOutcome.Status;

class TrainingResumeTest {

  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"training.overlap = on", "training.overlap = off", ToyRun.PPO})
  void aRunThatWasKilledEndsLikeOneThatWasNot(String overrides) throws Exception {
    ToyRun whole = ToyRun.in(folder.resolve("whole")).with(overrides);
    Path copy = folder.resolve("killed");
    List<ToyRun> killed = new ArrayList<>();
    whole.run(new AtRound(8, () -> killed.add(whole.copyTo(copy))));
    assertThat(killed.get(0).resume(NOBODY).status()).isEqualTo(Status.COMPLETED);
    assertThat(killed.get(0).metrics()).isEqualTo(whole.metrics()).hasLineCount(13);
    assertThat(killed.get(0).checkpoints()).isEqualTo(whole.checkpoints());
    assertThat(killed.get(0).files().policy()).hasSameBinaryContentAs(whole.files().policy());
  }

  @Test
  void aRunThatWasStoppedSaysHowToGoOnAndEndsLikeOneThatWasNot() throws Exception {
    ToyRun whole = ToyRun.in(folder.resolve("whole"));
    whole.run(NOBODY);
    ToyRun stopped = ToyRun.in(folder.resolve("stopped"));
    TrainingOutcome pause = stopAfter(5, stopped);
    assertThat(pause.status()).isEqualTo(Status.INTERRUPTED);
    assertThat(pause.rounds()).isLessThan(12);
    assertThat(pause.sentence()).contains("--resume " + stopped.folder());
    assertThat(stopped.files().policy()).exists();
    assertThat(stopped.resume(NOBODY).status()).isEqualTo(Status.COMPLETED);
    assertThat(stopped.metrics()).isEqualTo(whole.metrics());
    assertThat(stopped.checkpoints()).isEqualTo(whole.checkpoints());
  }

  @Test
  void aSpoiltCheckpointIsPassedOverForTheOneBefore() throws Exception {
    ToyRun whole = ToyRun.in(folder.resolve("whole"));
    whole.run(NOBODY);
    ToyRun spoilt = whole.copyTo(folder.resolve("spoilt"));
    Path learner = spoilt.files().checkpoints().resolve("00000012/learner.bin");
    byte[] bytes = Files.readAllBytes(learner);
    bytes[bytes.length / 2] ^= 1;
    Files.write(learner, bytes);
    Files.delete(spoilt.files().checkpoints().resolve("00000010/DONE"));
    Notices notices = new Notices();
    spoilt.resume(notices);
    assertThat(notices.sentences)
        .anyMatch(s -> s.contains("00000012 is passed over: learner.bin is not what was written"))
        .anyMatch(s -> s.contains("00000010 is passed over: it has no DONE"))
        .anyMatch(s -> s.contains("going on after round 8"));
    assertThat(spoilt.metrics()).isEqualTo(whole.metrics());
  }

  @Test
  void aRunWithoutACheckpointBeginsAgain() throws Exception {
    ToyRun whole = ToyRun.in(folder.resolve("whole")).with("training.checkpoint-every = 4");
    Path copy = folder.resolve("killed");
    List<ToyRun> killed = new ArrayList<>();
    whole.run(new AtRound(2, () -> killed.add(whole.copyTo(copy))));
    Notices notices = new Notices();
    killed.get(0).resume(notices);
    assertThat(notices.sentences).anyMatch(s -> s.contains("begins again"));
    assertThat(killed.get(0).metrics()).isEqualTo(whole.metrics());
  }

  @Test
  void changedSettingsAreRefusedByNameButWorkersAreFree() throws Exception {
    ToyRun run = ToyRun.in(folder);
    run.run(NOBODY);
    assertThatThrownBy(() -> run.with("dqn.learning-rate = 0.5").resume(NOBODY))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("'dqn.learning-rate' was 0.01")
        .hasMessageContaining("is 0.5 now");
    assertThat(run.with("training.workers = 1").resume(NOBODY).status())
        .isEqualTo(Status.COMPLETED);
  }

  @Test
  void aFolderWithARunIsNotOverwritten() throws Exception {
    ToyRun run = ToyRun.in(folder);
    run.run(NOBODY);
    assertThatThrownBy(() -> run.run(NOBODY))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("there is a run in " + folder);
    assertThatThrownBy(() -> ToyRun.in(folder.resolve("nowhere")).resume(NOBODY))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("there is no run in " + folder.resolve("nowhere"));
  }

  private static TrainingOutcome stopAfter(long round, ToyRun run) throws InterruptedException {
    List<Training> training = new ArrayList<>();
    synchronized (training) {
      training.add(run.start(false, new AtRound(round, () -> stop(training))));
    }
    return training.get(0).await();
  }

  private static void stop(List<Training> training) {
    synchronized (training) {
      training.get(0).stop();
    }
  }
}
