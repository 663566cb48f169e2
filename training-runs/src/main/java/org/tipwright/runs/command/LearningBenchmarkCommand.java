package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.runs.comparison.Comparison;
import org.tipwright.runs.comparison.Entrant;
import org.tipwright.runs.comparison.LearningTask;
import org.tipwright.runs.comparison.LearningTasks;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.evaluation.EvaluationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark learning}: agents that begin with nothing, side by side. */
@Command(
    name = "learning",
    description = {
      "How many episodes agents need: runs over seeds on all cores; prints a table, and writes it",
      "with a figure and every single run. Without options the table of agents/README.md.",
      "",
      "  ./tipwright benchmark learning hose --agents dqn,azimuth-45 --seeds 20",
      "  ./tipwright benchmark learning hose hose-family",
      "",
      "Tasks: hose (E1 of Leinen et al. 2020), hose-family (E1-F: 40 curved paths),",
      "hose-drift (E2: the tip changes unannounced), lift (a molecule per seed in the full layer on",
      "Ag(111), the tip's position alone being observed)."
    })
final class LearningBenchmarkCommand implements Callable<Integer> {

  private static final int FEW_SEEDS = 10;

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "<task>",
      arity = "1..*",
      description = "hose, hose-family, hose-drift or lift; several are played in turn.")
  private List<String> tasks = List.of();

  @Option(
      names = "--agents",
      paramLabel = "<a,b>",
      split = ",",
      description = "Who plays; by default who stands in the published table.")
  private @Nullable List<String> agents;

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      description = {
        "Runs per agent, and path if there are several; by default as many as in the published",
        "table, and " + FEW_SEEDS + " for who is not in it."
      })
  private @Nullable Integer seeds;

  @Option(
      names = "--paths",
      paramLabel = "<n>",
      defaultValue = "" + LearningTasks.FAMILY_PATHS,
      description = "Paths of hose-family, from member 0 on; by default ${DEFAULT-VALUE}.")
  private int paths;

  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(names = "--json", description = "Print one JSON object for each task and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<LearningTask> played =
        tasks.stream()
            .distinct()
            .map(task -> Choice.of("task", task, LearningTasks.all(), LearningTask::name))
            .toList();
    if (seeds != null) {
      atLeastOne("--seeds", seeds);
    }
    atLeastOne("--paths", paths);
    List<List<Entrant>> entrants = played.stream().map(this::entrants).toList();
    Path out = folder.open(benchmark.home());
    for (int t = 0; t < played.size(); t++) {
      print(play(played.get(t), entrants.get(t)), out);
    }
    return 0;
  }

  private Comparison play(LearningTask task, List<Entrant> entrants) {
    RunsProgress progress = new RunsProgress(spec.commandLine().getErr());
    return task.play(entrants, paths, Runtime.getRuntime().availableProcessors(), progress);
  }

  private void print(Comparison comparison, Path folder) throws IOException {
    List<Path> files = comparison.write(folder);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(EvaluationResult.render(comparison.json()));
    } else {
      print.print(comparison.text());
      files.forEach(print::println);
    }
    print.flush();
  }

  private List<Entrant> entrants(LearningTask task) {
    List<Entrant> table = task.table();
    List<String> names =
        agents == null ? table.stream().map(Entrant::agent).toList() : checked(task, agents);
    return names.stream()
        .map(name -> new Entrant(name, seeds == null ? usualSeeds(table, name) : seeds))
        .toList();
  }

  private static int usualSeeds(List<Entrant> table, String agent) {
    return table.stream()
        .filter(entrant -> entrant.agent().equals(agent))
        .mapToInt(Entrant::seeds)
        .findFirst()
        .orElse(FEW_SEEDS);
  }

  private static List<String> checked(LearningTask task, List<String> names) {
    LinkedHashSet<String> once = new LinkedHashSet<>();
    for (String name : names) {
      once.add(Choice.of("agent", name, task.agents(), agent -> agent));
    }
    return List.copyOf(once);
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new WrongUse(option + " is " + value + " but must be at least 1");
    }
  }
}
