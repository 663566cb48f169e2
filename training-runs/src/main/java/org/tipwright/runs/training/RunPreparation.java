package org.tipwright.runs.training;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.runs.actor.RunFiles;
import org.tipwright.runs.actor.RunSetup;
import org.tipwright.runs.agent.Agent;
import org.tipwright.runs.agent.Learning;
import org.tipwright.runs.checkpoint.Checkpoint;
import org.tipwright.runs.checkpoint.CheckpointFiles;
import org.tipwright.runs.checkpoint.CheckpointStore;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.ConfigDifference;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.RunInfo;
import org.tipwright.runs.schedule.TrainingSettings;

/** Makes a run's folder ready: a new one, or one that goes on from its last whole checkpoint. */
final class RunPreparation {

  /** Settings that change how long a run takes, but nothing in it. */
  private static final Set<String> FREE = Set.of("training.workers", "evaluation.threads");

  private static final String FROM = "from";
  private static final String NONE = "none";

  private final TrainingPlan plan;
  private final Agent agent;
  private final Supplier<EnvironmentCore> environments;
  private final Supplier<EnvironmentCore> lanes;
  private final OutcomeWatcher watcher;
  private final RunDirectory directory;

  RunPreparation(
      TrainingPlan plan,
      Agent agent,
      Supplier<EnvironmentCore> environments,
      Supplier<EnvironmentCore> lanes,
      OutcomeWatcher watcher) {
    this.plan = plan;
    this.agent = agent;
    this.environments = environments;
    this.lanes = lanes;
    this.watcher = watcher;
    this.directory = new RunDirectory(plan.directory());
  }

  RunSetup prepare() throws IOException {
    Config config = plan.config();
    TrainingSettings settings = TrainingSettings.from(config.getConfig("training"));
    CheckpointStore store =
        new CheckpointStore(directory.checkpoints(), settings.checkpointEvery());
    RunFiles files = new RunFiles(directory, agent, store);
    Optional<Checkpoint> checkpoint = plan.resume() ? resume(store) : Optional.empty();
    Callable<Learning> learning = learning(checkpoint);
    if (!plan.resume()) {
      begin();
    }
    long round = checkpoint.map(from -> from.counters().round()).orElse(0L);
    double wallSeconds = files.cutAfter(round);
    return new RunSetup(
        config,
        settings,
        agent,
        learning,
        environments,
        lanes,
        directory,
        files,
        checkpoint,
        wallSeconds,
        watcher);
  }

  /** The run's own learner as it was; or that of the run it begins from; or a new one. */
  private Callable<Learning> learning(Optional<Checkpoint> checkpoint) throws IOException {
    if (checkpoint.isPresent()) {
      byte[] own = checkpoint.get().learner();
      return () -> agent.restoreLearning(own);
    }
    Config config = plan.config();
    String from = config.hasPath(FROM) ? config.getString(FROM) : NONE;
    if (from.equals(NONE)) {
      return agent::learning;
    }
    byte[] others = learner(new RunDirectory(Path.of(from)));
    try {
      Learning taught = agent.restoreLearning(others);
      return () -> taught;
    } catch (IOException | RuntimeException unfit) {
      throw new WrongUse(
          "what "
              + from
              + " has learnt does not fit the agent, its network or what it observes here ("
              + Sentences.of(unfit)
              + "); leave those settings as they are there",
          unfit);
    }
  }

  private byte[] learner(RunDirectory other) throws IOException {
    CheckpointStore.Stored newest =
        new CheckpointStore(other.checkpoints(), 1)
            .newest(watcher::onNotice)
            .orElseThrow(
                () ->
                    new WrongUse(
                        "there is no whole checkpoint in "
                            + other.root()
                            + " to begin from; train that run further"));
    return CheckpointFiles.read(newest.files()).learner();
  }

  private void begin() throws IOException {
    if (directory.isStarted()) {
      throw new WrongUse(
          "there is a run in "
              + directory.root()
              + " already; go on with it (--resume) or choose another folder");
    }
    Config config = plan.config();
    directory.create(config, RunInfo.now(config.getLong("seed"), config.getString("task")));
    if (RunConfig.isOnInstrument(config)) {
      Files.createDirectories(directory.lifts());
    }
  }

  private Optional<Checkpoint> resume(CheckpointStore store) throws IOException {
    if (!directory.isStarted()) {
      throw new WrongUse("there is no run in " + directory.root() + " to go on with");
    }
    Optional<ConfigDifference> changed =
        ConfigDifference.first(directory.readConfig(), plan.config(), FREE);
    if (changed.isPresent()) {
      throw new WrongUse(
          "'%s' was %s when the run in %s began and is %s now; take that back, or start a new run"
              .formatted(
                  changed.get().key(),
                  changed.get().before(),
                  directory.root(),
                  changed.get().now()));
    }
    Optional<CheckpointStore.Stored> newest = store.newest(watcher::onNotice);
    if (newest.isEmpty()) {
      watcher.onNotice("there is no whole checkpoint yet; the run begins again from its seed");
      Files.deleteIfExists(directory.best());
      return Optional.empty();
    }
    Checkpoint checkpoint = CheckpointFiles.read(newest.get().files());
    watcher.onNotice("going on after round " + checkpoint.counters().round());
    keepBestOf(checkpoint);
    return Optional.of(checkpoint);
  }

  private void keepBestOf(Checkpoint checkpoint) throws IOException {
    if (checkpoint.best() == null) {
      Files.deleteIfExists(directory.best());
    } else {
      agent.write(checkpoint.best(), checkpoint.counters().best(), directory.best());
    }
  }
}
