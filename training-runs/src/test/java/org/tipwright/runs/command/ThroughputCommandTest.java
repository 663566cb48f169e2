package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputCommandTest {

  @TempDir Path home;

  @Test
  void everyLearnerIsTimedAndTheJsonHoldsNothingElse() {
    CommandRun run = CommandRun.of(home, "benchmark", "throughput", "--json", "--seconds", "0.05");

    assertThat(run.exitCode()).isZero();
    Config json = ConfigFactory.parseString(run.out());
    for (String learner : new String[] {"ppo", "dqn", "dl4j", "rl4j"}) {
      assertThat(json.getDouble(learner + ".steps_per_second")).isPositive();
    }
    assertThat(json.getDouble("act_batch1_microseconds")).isPositive();
    assertThat(json.getDouble("lift.non_physics_microseconds_per_step")).isPositive();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void noTimeAtAllIsWrongUse() {
    CommandRun run = CommandRun.of(home, "benchmark", "throughput", "--seconds", "0");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--seconds is 0.0 but must be above 0");
  }
}
