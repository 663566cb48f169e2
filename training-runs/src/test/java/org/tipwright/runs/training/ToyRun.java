package org.tipwright.runs.training;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.ppo.PpoSettings;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.runs.agent.Agents;
import org.tipwright.runs.directory.RunDirectory;

/** A run of the plain agent on the toy task, in a folder, over in a moment. */
record ToyRun(Path folder, Config config, Supplier<EnvironmentCore> environments) {

  private static final String SETTINGS =
      """
      task = toy, agent = dqn, seed = 7, env {}
      dqn {
        hidden = [8], batch = 16, warm-up-steps = 100, learning-rate = 0.01
        experience-capacity = 1000, updates-per-step = 0.2, epsilon.decay-steps = 1000
        target-rate = 0.05
      }
      training {
        rounds = 12, groups = 3, lanes-per-group = 2, episodes-per-round = 12, workers = 2
        validation-every = 3, validation-episodes = 20, checkpoint-every = 2, success-window = 30
        recorded-episodes = 2
      }
      """;

  /** Overrides with which PPO learns, from rounds whose end cuts episodes. */
  static final String PPO =
      """
      agent = ppo
      ppo { hidden = [8], batch = 64, normalise-observations = on, learning-rate.start = 0.01 }
      training { overlap = off, steps-per-lane = 50 }
      """;

  /** The run with its usual settings. */
  static ToyRun in(Path folder) {
    return new ToyRun(folder, settings(""), () -> new ToyTask(0));
  }

  /** The same run with some settings of its own. */
  ToyRun with(String overrides) {
    return new ToyRun(folder, settings(overrides), environments);
  }

  /** The same run on another task. */
  ToyRun on(Supplier<EnvironmentCore> others) {
    return new ToyRun(folder, config, others);
  }

  private static Config settings(String overrides) {
    Config training =
        ConfigFactory.parseResources(ToyRun.class, "training.conf").atPath("training");
    return ConfigFactory.parseString(overrides)
        .withFallback(ConfigFactory.parseString(SETTINGS))
        .withFallback(DqnSettings.defaults().atPath("dqn"))
        .withFallback(PpoSettings.defaults().atPath("ppo"))
        .withFallback(training)
        .resolve();
  }

  TrainingOutcome run(TrainingListener listener) throws InterruptedException {
    return start(false, listener).await();
  }

  TrainingOutcome resume(TrainingListener listener) throws InterruptedException {
    return start(true, listener).await();
  }

  Training start(boolean resume, TrainingListener listener) {
    TrainingPlan plan = new TrainingPlan(config, folder, resume);
    return Training.start(
        plan, listener, Agents.create(config, environments.get()), environments, environments);
  }

  RunDirectory files() {
    return new RunDirectory(folder);
  }

  /** The metrics without the columns of the clock. */
  String metrics() throws IOException {
    StringBuilder rows = new StringBuilder();
    List<String> lines = Files.readAllLines(files().metrics());
    int clock = List.of(lines.get(0).split(",")).indexOf("wall_seconds");
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      rows.append(String.join(",", List.of(cells).subList(0, clock))).append('\n');
    }
    return rows.toString();
  }

  /** Every file of every checkpoint, as text that compares well. */
  Map<String, String> checkpoints() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(files().checkpoints())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String name = files().checkpoints().relativize(file).toString();
        contents.put(
            name,
            name.endsWith("json")
                ? new String(bytes, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(bytes));
      }
    }
    return contents;
  }

  /** Copies the folder as it is at this moment, like what a crash leaves behind. */
  ToyRun copyTo(Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path place = copy.resolve(folder.relativize(file));
        try {
          if (Files.isDirectory(file)) {
            Files.createDirectories(place);
          } else {
            Files.createDirectories(place.getParent());
            Files.write(place, Files.readAllBytes(file));
          }
        } catch (NoSuchFileException goneMeanwhile) {
          // What is gone was not there at this moment.
        }
      }
    }
    return new ToyRun(copy, config, environments);
  }
}
