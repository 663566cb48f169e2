package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tipwright.runs.comparison.Comparison;
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
      "with a figure and every single run.",
      "",
      "  ./tipwright benchmark learning hose --agents dqn,azimuth-45 --seeds 20",
      "",
      "Tasks: hose (E1 of Leinen et al. 2020), hose-family (E1-F: 40 curved paths),",
      "hose-drift (E2: the tip changes unannounced), lift (a molecule per seed in the full layer on",
      "Ag(111), the tip's position alone being observed)."
    })
final class LearningBenchmarkCommand implements Callable<Integer> {

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<task>", description = "hose, hose-family, hose-drift or lift.")
  private String task = "";

  @Option(
      names = "--agents",
      paramLabel = "<a,b>",
      split = ",",
      description = "Who plays; by default all who can.")
  private @Nullable List<String> agents;

  @Option(
      names = "--seeds",
      paramLabel = "<n>",
      defaultValue = "10",
      description = "Runs per agent, and path if there are several; by default ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--paths",
      paramLabel = "<n>",
      defaultValue = "" + LearningTasks.FAMILY_PATHS,
      description = "Paths of hose-family, from member 0 on; by default ${DEFAULT-VALUE}.")
  private int paths;

  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    LearningTask played = Choice.of("task", task, LearningTasks.all(), LearningTask::name);
    List<String> players = agents == null ? played.agents() : checked(played, agents);
    atLeastOne("--seeds", seeds);
    atLeastOne("--paths", paths);
    Path out = folder.open(benchmark.home());
    RunsProgress progress = new RunsProgress(spec.commandLine().getErr());
    Comparison comparison =
        played.play(players, seeds, paths, Runtime.getRuntime().availableProcessors(), progress);
    List<Path> files = comparison.write(out);
    PrintWriter print = spec.commandLine().getOut();
    if (json) {
      print.println(EvaluationResult.render(comparison.json()));
    } else {
      print.print(comparison.text());
      files.forEach(print::println);
    }
    print.flush();
    return 0;
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
