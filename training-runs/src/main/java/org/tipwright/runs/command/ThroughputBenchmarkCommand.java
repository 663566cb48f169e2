package org.tipwright.runs.command;

import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.throughput.ActLatency;
import org.tipwright.runs.throughput.LibraryThroughput;
import org.tipwright.runs.throughput.TrainingRate;
import org.tipwright.runs.throughput.TrainingThroughput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark throughput}: how many steps a second the learners manage. */
@Command(
    name = "throughput",
    description = {
      "Steps per second of PPO and DQN through train, with its actors, metrics and files, on a task",
      "that does nothing, on hose and on lift; beside them DQN of DL4J's own calls and of RL4J.",
      ""
    })
final class ThroughputBenchmarkCommand implements Callable<Integer> {

  private static final String RATE = "steps_per_second";
  private static final List<String> LEARNERS = List.of("ppo", "dqn");

  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "<s>",
      defaultValue = "10",
      description = "Time for each figure, after as long a warm-up; by default ${DEFAULT-VALUE}.")
  private double seconds;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  private final Map<String, Object> results = new TreeMap<>();

  @Override
  public Integer call() throws IOException, InterruptedException, NotConverged {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new WrongUse("--seconds is " + seconds + " but must be above 0 and at most 3600");
    }
    line("act, one row", "µs", put(results, "act_batch1_microseconds", ActLatency.microseconds()));
    for (String learner : LEARNERS) {
      TrainingRate rate = TrainingThroughput.measure(learner, "idle", seconds, seconds, false);
      Map<String, Object> entry = new TreeMap<>();
      put(entry, "processor_microseconds_per_step", rate.processorMicrosecondsPerStep());
      line(learner + ", idle", "steps/s", put(entry, RATE, rate.stepsPerSecond()));
      results.put(learner, entry);
    }
    library("dl4j", LibraryThroughput.dl4j(seconds, seconds));
    library("rl4j", LibraryThroughput.rl4j(seconds, seconds));
    for (String task : List.of("hose", "lift")) {
      Map<String, Object> entry = new TreeMap<>();
      for (String learner : LEARNERS) {
        onTask(task, learner, entry);
      }
      results.put(task, entry);
    }
    if (json) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(EvaluationResult.render(ConfigValueFactory.fromMap(results).toConfig()));
      out.flush();
    }
    return 0;
  }

  private void library(String name, double rate) {
    line(name + ", idle, one update a step", "steps/s", rate);
    results.put(name, new TreeMap<>(Map.of(RATE, rate)));
  }

  private void onTask(String task, String learner, Map<String, Object> entry)
      throws IOException, InterruptedException {
    TrainingRate rate = TrainingThroughput.measure(learner, task, seconds, seconds, true);
    double outside = rate.processorMicrosecondsPerStep() - rate.environmentMicrosecondsPerStep();
    String key = learner + "_" + RATE;
    line(learner + ", " + task, "steps/s", put(entry, key, rate.stepsPerSecond()));
    line("  outside the environment", "µs of processor time per step", outside);
    if (learner.equals("ppo")) {
      put(entry, "non_physics_microseconds_per_step", outside);
    }
  }

  private static double put(Map<String, Object> entry, String key, double value) {
    entry.put(key, value);
    return value;
  }

  private void line(String what, String unit, double value) {
    if (!json) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          Locale.ROOT, value < 1000 ? "%-30s %12.2f %s%n" : "%-30s %12.0f %s%n", what, value, unit);
      out.flush();
    }
  }
}
