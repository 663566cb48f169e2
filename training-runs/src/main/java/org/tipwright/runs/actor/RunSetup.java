package org.tipwright.runs.actor;

import com.typesafe.config.Config;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.runs.agent.Agent;
import org.tipwright.runs.agent.Learning;
import org.tipwright.runs.checkpoint.Checkpoint;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.schedule.TrainingSettings;

/**
 * What a supervisor needs to know of its run.
 *
 * @param config complete settings of the run
 * @param settings those under {@code training}
 * @param agent what learns
 * @param learning makes its learner, as it is at the beginning
 * @param environments makes simulated environments of the run's task, for validation and records
 * @param lanes makes those that are learnt from: the same, or an instrument
 * @param directory where the run's files lie
 * @param files what writes them
 * @param checkpoint where the run goes on, empty to begin it
 * @param wallSeconds time on the clock that earlier sessions took
 * @param watcher told how it goes on
 */
public record RunSetup(
    Config config,
    TrainingSettings settings,
    Agent agent,
    Callable<Learning> learning,
    Supplier<EnvironmentCore> environments,
    Supplier<EnvironmentCore> lanes,
    RunDirectory directory,
    RunFiles files,
    Optional<Checkpoint> checkpoint,
    double wallSeconds,
    RunWatcher watcher) {

  /** Root of the run's random numbers. */
  public long seed() {
    return config.getLong("seed");
  }
}
