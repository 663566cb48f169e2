package org.tipwright.runs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValueFactory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HoseRun;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.Nearest;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.WilsonInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark hose}: who finds the way out of the hose within 150 episodes. */
@Command(
    name = "hose",
    description =
        "Environment E1 of Leinen et al. 2020: share of seeds with a success within 150 episodes.")
final class HoseBenchmarkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--agents",
      paramLabel = "<a,b>",
      split = ",",
      description = "dqn, rl4j, random, azimuth-45; by default all of them.")
  private List<String> agents = HoseBenchmark.agents();

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      defaultValue = "10",
      description = "Seeds per agent, from 1 on; by default ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    for (String agent : agents) {
      if (!HoseBenchmark.agents().contains(agent)) {
        throw new WrongUse(
            "unknown agent '" + agent + "'" + Nearest.suggestion(agent, HoseBenchmark.agents()));
      }
    }
    if (seeds < 1) {
      throw new WrongUse("--seeds is " + seeds + " but must be at least 1");
    }
    Config settings = Tasks.defaults("hose");
    Map<String, Object> results = new TreeMap<>();
    PrintWriter err = spec.commandLine().getErr();
    for (String agent : agents) {
      List<HoseRun> runs = new ArrayList<>();
      for (long seed = 1; seed <= seeds; seed++) {
        HoseRun run = HoseBenchmark.run(agent, seed, settings);
        runs.add(run);
        err.printf(
            Locale.ROOT,
            "%-10s seed %d: %s%n",
            agent,
            seed,
            run.solved() ? "first success in episode " + run.firstSuccess() : "no success");
        err.flush();
      }
      results.put(agent, summary(runs));
      if (!json) {
        print(agent, runs);
      }
    }
    if (json) {
      Map<String, Object> object = Map.of("benchmark", "hose", "seeds", seeds, "agents", results);
      spec.commandLine()
          .getOut()
          .println(EvaluationResult.render(ConfigValueFactory.fromMap(object).toConfig()));
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void print(String agent, List<HoseRun> runs) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%-10s solved %d of %d seeds, median first success %s%n",
            agent,
            solved(runs),
            runs.size(),
            medianText(runs));
  }

  private static Map<String, Object> summary(List<HoseRun> runs) {
    WilsonInterval interval = WilsonInterval.of(solved(runs), runs.size());
    Map<String, Object> summary = new TreeMap<>();
    summary.put("solved_rate", (double) solved(runs) / runs.size());
    summary.put("ci95", List.of(interval.low(), interval.high()));
    double median = medianFirstSuccess(runs);
    summary.put("median_first_success", Double.isInfinite(median) ? null : median);
    summary.put(
        "first_success", runs.stream().filter(HoseRun::solved).map(HoseRun::firstSuccess).toList());
    return summary;
  }

  private static int solved(List<HoseRun> runs) {
    return (int) runs.stream().filter(HoseRun::solved).count();
  }

  /** Over all seeds, counted from 0; +∞ where half of them or more found no success. */
  private static double medianFirstSuccess(List<HoseRun> runs) {
    double[] sorted =
        runs.stream()
            .mapToDouble(run -> run.solved() ? run.firstSuccess() : Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }

  private static String medianText(List<HoseRun> runs) {
    double median = medianFirstSuccess(runs);
    return Double.isInfinite(median)
        ? "beyond the last episode"
        : String.format(Locale.ROOT, "%.1f", median);
  }
}
