package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.TrainedPolicy;
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
  void theNumberOfWorkersChangesNothingForPpo() throws Exception {
    ToyRun one = run("one", ToyRun.PPO + "training.workers = 1");
    for (int workers : new int[] {2, 4}) {
      ToyRun more = run("w" + workers, ToyRun.PPO + "training.workers = " + workers);
      assertThat(more.metrics()).isEqualTo(one.metrics()).contains("approximate_kl");
      assertThat(more.checkpoints()).isEqualTo(one.checkpoints()).isNotEmpty();
    }
  }

  @Test
  void ppoRefusesToLearnFromWhatAnOlderPolicyPlayed() {
    assertThatThrownBy(() -> run("on", ToyRun.PPO + "training.overlap = on"))
        .hasMessageContaining("set training.overlap=off");
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

  @Test
  void ppoLearnsTheToyTooAndItsPolicyFileActsLikeTheRun() throws Exception {
    ToyRun run = ToyRun.in(folder.resolve("long")).with(ToyRun.PPO + "training.rounds = 40");
    TrainingOutcome outcome = run.run(NOBODY);
    assertThat(outcome.bestValidationSuccessRate()).isGreaterThan(0.75);
    TrainedPolicy loaded = PolicyFile.load(run.files().policy());
    float[] action = new float[1];
    loaded.act(new float[] {1, 3}, action, 1);
    assertThat(action[0]).isEqualTo(1f);
    assertThat(loaded.card().scale().limit()).isEqualTo(10f);
  }

  private ToyRun run(String name, String overrides) throws Exception {
    ToyRun run = ToyRun.in(folder.resolve(name)).with(overrides);
    assertThat(run.run(NOBODY).status()).isEqualTo(Status.COMPLETED);
    return run;
  }
}
