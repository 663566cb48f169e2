package org.tipwright.runs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.tipwright.env.Tasks;
import org.tipwright.runs.agent.Agents;
import org.tipwright.runs.config.Presets;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.RunLock;
import org.tipwright.runs.evaluation.EvaluationSettings;
import org.tipwright.runs.schedule.TrainingSettings;
import org.tipwright.runs.training.Training;
import org.tipwright.runs.training.TrainingOutcome;
import org.tipwright.runs.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code train}: trains an agent and ends with the table. */
@Command(
    name = "train",
    description = {
      "Train an agent, and compare it with the fixed policies and the oracle.",
      "",
      "  ./tipwright train lift",
      "  ./tipwright train lift seed=2 dqn.learning-rate=3e-4 --name trial",
      "  ./tipwright train lift agent=ppo",
      "  ./tipwright train --resume latest",
      "  ./tipwright train --from lift-seed1 --instrument sim training.environment-steps=10000",
      ""
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<preset> [key=value]",
      arity = "0..*",
      description = "lift or hose, then settings over the preset's; the last one wins.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description = "Settings in a HOCON file, over the preset and under key=value.")
  private @Nullable Path file;

  @Option(
      names = "--resume",
      paramLabel = "<run>",
      description = "Go on with a run: its name, its folder, or 'latest'.")
  private @Nullable String resume;

  @Option(
      names = "--name",
      paramLabel = "<name>",
      description = "Name of the run's folder; by default preset and seed.")
  private @Nullable String name;

  @Option(
      names = "--from",
      paramLabel = "<run>",
      description =
          "Begin with what another run has learnt, and with its settings in place of a preset's.")
  private @Nullable String from;

  @Option(
      names = "--instrument",
      paramLabel = "<uri>",
      description =
          "Lift on an instrument: 'sim', grpc://host:port of a bridge that its operator has armed,"
              + " or grpcs://host:port with --tls. Ctrl-C is an emergency stop then.")
  private @Nullable String instrument;

  @Option(
      names = "--tls",
      paramLabel = "<folder>",
      description =
          "The agent's certificate, as 'tipwright bridge certs' made it; for a grpcs:// address.")
  private @Nullable Path tls;

  @Override
  public Integer call() throws IOException, InterruptedException {
    TrainingPlan plan = resume == null ? begin() : goOn(resume);
    check(plan.config());
    if (tls != null && !RunConfig.isOnInstrument(plan.config())) {
      throw new WrongUse("--tls is for an instrument: give --instrument grpcs://host:port with it");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("run " + plan.directory());
    out.flush();
    TrainingOutcome outcome = train(plan);
    return switch (outcome.status()) {
      case COMPLETED -> {
        RunDirectory run = new RunDirectory(plan.directory());
        out.println(new FinalTable(run, tipwright.messages()).make());
        out.println("next: ./tipwright " + next(plan));
        out.flush();
        yield 0;
      }
      case INTERRUPTED -> Refusals.FAILED;
      case FAILED -> throw new IllegalStateException(outcome.sentence());
    };
  }

  /** An instrument lifts molecules; of a hose there is only the page to look at. */
  private String next(TrainingPlan plan) {
    Config config = plan.config();
    if (!config.getString("task").equals("lift")) {
      return "report " + nameOf(plan);
    }
    return "deploy "
        + nameOf(plan)
        + " --instrument "
        + (RunConfig.isOnInstrument(config) ? config.getString("instrument") : "sim")
        + (tls == null ? "" : " --tls " + tls)
        + " --episodes 5";
  }

  private TrainingOutcome train(TrainingPlan plan) throws IOException, InterruptedException {
    if (!RunConfig.isOnInstrument(plan.config())) {
      return trainAlone(
          plan,
          progress -> {
            try (Interruption interruption =
                Interruption.of(started(() -> Training.start(plan, progress)))) {
              return awaited(interruption.training(), progress, plan);
            }
          });
    }
    return new InstrumentTraining(plan, tls, tipwright.messages())
        .run(
            (lane, ended) ->
                trainAlone(
                    plan,
                    progress -> {
                      Training training =
                          started(() -> Training.onInstrument(plan, progress, lane));
                      var unused =
                          ended.thenAccept(
                              sentence -> {
                                progress.onNotice(sentence);
                                training.stop();
                              });
                      return awaited(training, progress, plan);
                    }));
  }

  /** A training that shows how it goes on. */
  private interface Shown {
    TrainingOutcome with(TrainingProgress progress) throws InterruptedException;
  }

  /** Two trainings in one folder would write into each other's files. */
  // Closing the progress leaves the stream open; the launcher sees to it that a console is a
  // terminal.
  @SuppressWarnings({"ClosingStandardOutputStreams", "SystemConsoleNull"})
  private static TrainingOutcome trainAlone(TrainingPlan plan, Shown training)
      throws IOException, InterruptedException {
    RunLock lock =
        RunLock.take(new RunDirectory(plan.directory()))
            .orElseThrow(
                () ->
                    new WrongUse(
                        "run '"
                            + nameOf(plan)
                            + "' is being trained by another process; let it end or stop it, then"
                            + " resume"));
    try (lock;
        TrainingProgress progress = new TrainingProgress(System.err, System.console() != null)) {
      return training.with(progress);
    }
  }

  private static TrainingOutcome awaited(
      Training training, TrainingProgress progress, TrainingPlan plan) throws InterruptedException {
    TrainingOutcome outcome = training.await();
    progress.close();
    if (outcome.status() == TrainingOutcome.Status.INTERRUPTED) {
      System.err.println(
          "tipwright: stopped after round "
              + outcome.rounds()
              + "; resume with: ./tipwright train --resume "
              + nameOf(plan));
    }
    return outcome;
  }

  private static Training started(Supplier<Training> start) {
    LoggerFactory.getILoggerFactory(); // made here, once, before several threads want it at once
    try {
      return start.get();
    } catch (IllegalArgumentException refused) {
      throw new WrongUse(Sentences.of(refused), refused);
    }
  }

  private TrainingPlan begin() throws IOException {
    if (from != null) {
      return beginFrom(ChosenRun.find(tipwright.home(), from));
    }
    if (words.isEmpty() || words.get(0).contains("=")) {
      throw new WrongUse("'train' needs a preset, one of " + String.join(", ", Presets.names()));
    }
    Config config =
        RunConfig.resolve(
            words.get(0),
            Optional.ofNullable(file),
            assignments(words.subList(1, words.size()), "instrument", instrument));
    return new TrainingPlan(config, freshFolder(config), false);
  }

  private TrainingPlan beginFrom(RunDirectory other) throws IOException {
    if (file != null || (!words.isEmpty() && !words.get(0).contains("="))) {
      throw new WrongUse(
          "a run that begins with what '"
              + from
              + "' has learnt has its settings; leave preset and --config, and give what is to be"
              + " different as key=value");
    }
    String taught = other.root().toAbsolutePath().normalize().toString();
    Config config =
        RunConfig.like(
            other.readConfig(),
            assignments(assignments(words, "instrument", instrument), "from", taught));
    return new TrainingPlan(config, freshFolder(config), false);
  }

  private static List<String> assignments(List<String> words, String key, @Nullable String value) {
    return value == null
        ? words
        : Stream.concat(words.stream(), Stream.of(key + "=" + value)).toList();
  }

  private TrainingPlan goOn(String run) throws IOException {
    if (file != null || name != null || from != null || instrument != null) {
      throw new WrongUse(
          "a run that goes on keeps its name, settings and instrument; leave --name, --config,"
              + " --from and --instrument");
    }
    RunDirectory directory = ChosenRun.find(tipwright.home(), run);
    Config config = RunConfig.override(directory.readConfig(), words);
    return new TrainingPlan(config, directory.root(), true);
  }

  private Path freshFolder(Config config) {
    Path runs = tipwright.home().runs();
    if (name != null) {
      return runs.resolve(name);
    }
    String usual = config.getString("preset") + "-seed" + config.getLong("seed");
    return FreeFolder.like(runs.resolve(usual));
  }

  /** Has every settings record check its values before anything is written. */
  private static void check(Config config) {
    try {
      Tasks.create(config.getString("task"), config.getConfig("env"));
      Agents.check(config);
      TrainingSettings.from(config.getConfig("training"));
      EvaluationSettings.from(config.getConfig("evaluation"));
      if (RunConfig.isOnInstrument(config)) {
        InstrumentTraining.check(config);
      }
    } catch (ConfigException.Missing otherVersion) {
      throw new WrongUse(
          "the settings are of another version of Tipwright ("
              + Sentences.of(otherVersion)
              + "); begin a new run",
          otherVersion);
    } catch (IllegalArgumentException | ConfigException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }

  private static String nameOf(TrainingPlan plan) {
    return ChosenRun.name(new RunDirectory(plan.directory()));
  }
}
