package org.tipwright.runs.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.training.TrainingOutcome.Status;

/** Five short rounds of the preset lift, physics and all. */
class LiftTrainingTest {

  private static final TrainingListener NOBODY = new TrainingListener() {};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dqn", "ppo"})
  void neitherWorkersNorAKillChangeARun(String agent) throws Exception {
    ToyRun one = run("one", agent, 1);
    List<ToyRun> killed = new ArrayList<>();
    TrainingListener killer =
        new AtRound(3, () -> killed.add(one.copyTo(folder.resolve("killed"))));
    assertThat(one.run(killer).status()).isEqualTo(Status.COMPLETED);
    assertThat(one.metrics()).hasLineCount(6);
    for (int workers : new int[] {2, 4}) {
      ToyRun more = run("workers-" + workers, agent, workers);
      more.run(NOBODY);
      same(more, one);
    }
    assertThat(killed.get(0).resume(NOBODY).status()).isEqualTo(Status.COMPLETED);
    same(killed.get(0), one);
  }

  private static void same(ToyRun run, ToyRun other) throws IOException {
    assertThat(run.metrics()).isEqualTo(other.metrics());
    assertThat(run.checkpoints()).isEqualTo(other.checkpoints()).isNotEmpty();
    assertThat(run.files().policy()).exists();
  }

  private ToyRun run(String name, String agent, int workers) {
    List<String> shorter =
        Stream.concat(
                Stream.of(
                    "agent=" + agent,
                    "training.workers=" + workers,
                    "training.environment-steps=0",
                    "training.rounds=5",
                    "training.lanes-per-group=2",
                    "training.episodes-per-round=8",
                    "training.validation-every=5",
                    "training.validation-episodes=4",
                    "training.checkpoint-every=1",
                    "training.recorded-episodes=1"),
                agent.equals("ppo")
                    ? Stream.of("training.steps-per-lane=150", "ppo.batch=128")
                    : Stream.of("dqn.warm-up-steps=300"))
            .toList();
    Config config = RunConfig.resolve("lift", Optional.empty(), shorter);
    return new ToyRun(
        folder.resolve(name),
        config,
        () -> Tasks.create(config.getString("task"), config.getConfig("env")));
  }
}
