package org.tipwright.runs.command;

import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;
import org.tipwright.runs.evaluation.SeedInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark seeds}: what finished runs that differ in their seed say together. */
@Command(
    name = "seeds",
    description = {
      "Success over training seeds: finished runs that differ in their seed, the seed being the",
      "unit of replication.",
      "",
      "  ./tipwright benchmark seeds lift-1 lift-2 lift-3 lift-4 lift-5",
      ""
    })
final class SeedsBenchmarkCommand implements Callable<Integer> {

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<run>", arity = "2..*", description = "Finished runs of one task.")
  private List<String> runs = new ArrayList<>();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (String run : runs) {
      EvaluationResult result = read(run);
      add(rates, result.played());
      result.baselines().forEach(baseline -> add(rates, baseline));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(EvaluationResult.render(ConfigValueFactory.fromMap(object(rates)).toConfig()));
    } else {
      out.printf("%-24s %8s  %-17s  each run%n", "policy", "mean", "95 % over seeds");
      rates.forEach((policy, values) -> print(out, policy, values));
    }
    out.flush();
    return 0;
  }

  private EvaluationResult read(String run) {
    var directory = ChosenRun.find(benchmark.home(), run);
    try {
      return EvaluationResult.read(directory.evaluation());
    } catch (IOException unfinished) {
      throw new WrongUse(
          "run '" + run + "' has no evaluation; make one with './tipwright evaluate " + run + "'",
          unfinished);
    }
  }

  private static void add(Map<String, List<Double>> rates, PolicyScore score) {
    rates.computeIfAbsent(score.policy(), policy -> new ArrayList<>()).add(score.successRate());
    if (score.attempts() > 1) {
      rates
          .computeIfAbsent(score.policy() + ", in " + score.attempts(), policy -> new ArrayList<>())
          .add(score.siteRate());
    }
  }

  private static Map<String, Object> object(Map<String, List<Double>> rates) {
    Map<String, Object> policies = new TreeMap<>();
    rates.forEach(
        (policy, values) -> {
          SeedInterval interval = SeedInterval.of(values);
          policies.put(
              policy,
              Map.of(
                  "success_rate", interval.mean(),
                  "ci95", List.of(interval.low(), interval.high()),
                  "runs", values));
        });
    return Map.of("policies", policies);
  }

  private static void print(PrintWriter out, String policy, List<Double> values) {
    SeedInterval interval = SeedInterval.of(values);
    StringBuilder each = new StringBuilder();
    for (double value : values) {
      each.append(String.format(Locale.ROOT, " %5.1f", 100 * value));
    }
    String range =
        interval.low() == interval.high()
            ? "the same each run"
            : String.format(
                Locale.ROOT, "%5.1f … %5.1f %%", 100 * interval.low(), 100 * interval.high());
    out.printf(
        Locale.ROOT, "%-24s %6.1f %%  %-17s %s%n", policy, 100 * interval.mean(), range, each);
  }
}
