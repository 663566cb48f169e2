package org.tipwright.runs.command;

import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.EvaluationSettings;
import org.tipwright.runs.evaluation.LiftTable;
import org.tipwright.runs.evaluation.PolicyScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark lift-table}: who lifts, on both metals, with and without neighbours. */
@Command(
    name = "lift-table",
    description = {
      "Success of fixed paths, the oracle and a trained policy on Ag111 and Au111, for a single",
      "molecule, one at the edge of its layer, and one in the full layer; molecular engine."
    })
final class LiftTableCommand implements Callable<Integer> {

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      paramLabel = "<run>",
      description = "A run of the lift task whose trained policy plays too.")
  private @Nullable String run;

  @Option(
      names = "--sites",
      paramLabel = "<n>",
      defaultValue = "200",
      description = "Sites per sample, by default ${DEFAULT-VALUE}.")
  private int sites;

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "1000003",
      description = "Root of the sites; by default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--markdown", description = "Print a Markdown table.")
  private boolean markdown;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (sites < 1) {
      throw new WrongUse("--sites is " + sites + " but must be at least 1");
    }
    Optional<Policy> trained = trained();
    EvaluationSettings settings =
        new EvaluationSettings(sites, seed, Runtime.getRuntime().availableProcessors(), 0, 1);
    LiftTable table = new LiftTable(Tasks.defaults("lift"), settings);
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> samples = new TreeMap<>();
    boolean first = true;
    for (String surface : LiftTable.SURFACES) {
      for (String layer : LiftTable.LAYERS) {
        List<PolicyScore> scores = table.row(surface, layer, trained);
        samples.put(surface + " " + layer, object(scores));
        if (!json) {
          if (first) {
            printHead(out, scores);
          }
          print(out, surface + ", " + layer, scores);
          first = false;
        }
      }
    }
    if (json) {
      Map<String, Object> object =
          Map.of("benchmark", "lift-table", "sites", sites, "seed", seed, "samples", samples);
      out.println(EvaluationResult.render(ConfigValueFactory.fromMap(object).toConfig()));
    }
    out.flush();
    return 0;
  }

  private Optional<Policy> trained() throws IOException {
    if (run == null) {
      return Optional.empty();
    }
    RunDirectory directory = ChosenRun.find(benchmark.home(), run);
    TrainedRun.check(directory);
    String task = directory.readConfig().getString("task");
    if (!task.equals("lift")) {
      throw new WrongUse("run '" + run + "' is of task '" + task + "', not 'lift'");
    }
    return Optional.of(PolicyFile.load(directory.policy()));
  }

  private static Map<String, Object> object(List<PolicyScore> scores) {
    Map<String, Object> object = new TreeMap<>();
    for (PolicyScore score : scores) {
      object.put(
          score.policy(),
          Map.of(
              "success_rate", score.successRate(),
              "ci95", List.of(score.interval().low(), score.interval().high())));
    }
    return object;
  }

  private void printHead(PrintWriter out, List<PolicyScore> scores) {
    List<String> names = new ArrayList<>();
    scores.forEach(score -> names.add(score.policy()));
    line(out, "success in % (95 %)", names);
    if (markdown) {
      out.println("|---|" + "---:|".repeat(names.size()));
    }
    out.flush();
  }

  private void print(PrintWriter out, String sample, List<PolicyScore> scores) {
    List<String> cells = new ArrayList<>();
    for (PolicyScore score : scores) {
      cells.add(
          String.format(
              Locale.ROOT,
              "%.1f (%.0f–%.0f)",
              100 * score.successRate(),
              100 * score.interval().low(),
              100 * score.interval().high()));
    }
    line(out, sample, cells);
    out.flush();
  }

  private void line(PrintWriter out, String first, List<String> cells) {
    if (markdown) {
      out.println("| " + first + " | " + String.join(" | ", cells) + " |");
      return;
    }
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", first));
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %17s", cell)));
    out.println(line);
  }
}
