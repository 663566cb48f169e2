package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.env.StepType;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.agent.LaneLost;
import org.tipwright.runs.schedule.RoundReport;
import org.tipwright.runs.training.TrainingOutcome.Status;

class TrainingMishapTest {

  @TempDir Path folder;

  @Test
  void aWorkerThatThrowsIsRestartedAndChangesNothing() throws Exception {
    ToyRun calm = ToyRun.in(folder.resolve("calm"));
    calm.run(new Notices());
    AtomicInteger steps = new AtomicInteger();
    ToyRun shaken = ToyRun.in(folder.resolve("shaken")).on(() -> new Shaky(steps, 200, 201));
    Notices notices = new Notices();
    assertThat(shaken.run(notices).status()).isEqualTo(Status.COMPLETED);
    assertThat(notices.sentences)
        .singleElement()
        .asString()
        .contains("threw in round")
        .contains("the tip fell off");
    assertThat(shaken.metrics()).isEqualTo(calm.metrics());
    assertThat(shaken.checkpoints()).isEqualTo(calm.checkpoints());
  }

  @Test
  void aWorkerThatKeepsThrowingEndsTheRunWithItsReason() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    ToyRun broken = ToyRun.in(folder).on(() -> new Shaky(steps, 200, Integer.MAX_VALUE));
    TrainingOutcome outcome = broken.run(new Notices());
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.sentence()).contains("the tip fell off").contains("then resume");
  }

  @Test
  void aLaneThatIsLostEndsTheRunWithACheckpointFromWhichItGoesOn() throws Exception {
    String oneLane =
        """
        training {
          groups = 1, lanes-per-group = 1, workers = 1, episodes-per-round = 1, overlap = off
          rounds = 40, validation-every = 0, checkpoint-every = 4
        }
        """;
    ToyRun calm = ToyRun.in(folder.resolve("calm")).with(oneLane);
    calm.run(new Notices());
    AtomicInteger steps = new AtomicInteger();
    int inRound31 = 30 * 6 + 3;
    ToyRun lost =
        ToyRun.in(folder.resolve("lost")).with(oneLane).on(() -> new Losing(steps, inRound31));

    TrainingOutcome outcome = lost.run(new Notices());

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.sentence())
        .isEqualTo("round 31 was ended: the instrument has tripped; put that right, then resume");
    assertThat(lost.files().policy()).exists();
    assertThat(lost.files().checkpoints().resolve("00000030")).exists();
    ToyRun resumed = lost.on(() -> new ToyTask(0));
    assertThat(resumed.resume(new Notices()).status()).isEqualTo(Status.COMPLETED);
    assertThat(resumed.metrics()).isEqualTo(calm.metrics());
    assertThat(resumed.checkpoints()).isEqualTo(calm.checkpoints());
  }

  @Test
  void aFewAbandonedEpisodesAreCountedAndShown() throws Exception {
    ToyRun run =
        ToyRun.in(folder).with("training.episodes-per-round = 60").on(() -> new ToyTask(0.004));
    Notices notices = new Notices();
    TrainingOutcome outcome = run.run(notices);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.abandoned()).isPositive();
    assertThat(outcome.episodes() + outcome.abandoned()).isEqualTo(12 * 60);
    RoundReport last = notices.reports.get(notices.reports.size() - 1);
    assertThat(last.abandoned()).isEqualTo(outcome.abandoned());
  }

  @Test
  void tooManyAbandonedEpisodesEndTheRun() throws Exception {
    ToyRun run =
        ToyRun.in(folder).with("training.episodes-per-round = 60").on(() -> new ToyTask(0.05));
    TrainingOutcome outcome = run.run(new Notices());
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.sentence()).contains("episodes were abandoned").contains("1 %");
    assertThat(outcome.rounds()).isLessThan(12);
  }

  @Test
  void reportsLeadUpToTheEnd() throws Exception {
    Notices notices = new Notices();
    TrainingOutcome outcome = ToyRun.in(folder).run(notices);
    assertThat(notices.reports).hasSize(12);
    RoundReport middle = notices.reports.get(5);
    assertThat(middle.progress()).isEqualTo(0.5);
    assertThat(middle.environmentSteps()).isEqualTo(6 * 12 * 6);
    assertThat(middle.secondsLeft()).isPositive();
    assertThat(outcome.environmentSteps()).isEqualTo(12 * 12 * 6);
  }

  /** Is lost at a count of steps. */
  private static final class Losing extends ToyTask {

    private final AtomicInteger steps;
    private final int at;

    Losing(AtomicInteger steps, int at) {
      super(0);
      this.steps = steps;
      this.at = at;
    }

    @Override
    public StepType step(float[] action, int actionOffset, float[] observation, int offset)
        throws NotConverged {
      if (steps.incrementAndGet() == at) {
        throw new LaneLost("the instrument has tripped", new IllegalStateException());
      }
      return super.step(action, actionOffset, observation, offset);
    }
  }

  /** Fails between two counts of steps, taken over all environments. */
  private static final class Shaky extends ToyTask {

    private final AtomicInteger steps;
    private final int from;
    private final int to;

    Shaky(AtomicInteger steps, int from, int to) {
      super(0);
      this.steps = steps;
      this.from = from;
      this.to = to;
    }

    @Override
    public StepType step(float[] action, int actionOffset, float[] observation, int offset)
        throws NotConverged {
      int now = steps.incrementAndGet();
      if (now >= from && now < to) {
        throw new IllegalStateException("the tip fell off");
      }
      return super.step(action, actionOffset, observation, offset);
    }
  }
}
