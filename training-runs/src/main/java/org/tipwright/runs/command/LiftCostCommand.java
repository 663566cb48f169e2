package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.throughput.LiftCost;
import org.tipwright.runs.throughput.Stopwatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark lift-cost}: how the cost of a lift step grows. */
@Command(
    name = "lift-cost",
    description = {
      "What a lift step of the molecular engine costs, against the number of atoms and of",
      "neighbours; median of the thread's processor time. Writes figures and a table."
    })
final class LiftCostCommand implements Callable<Integer> {

  private static final double WARM_UP_REPETITIONS = 3;
  private static final int REPETITIONS = 5;

  @ParentCommand private BenchmarkCommand benchmark;
  @Spec private CommandSpec spec;

  @Mixin private FigureFolder folder = new FigureFolder();

  @Option(
      names = "--seconds",
      paramLabel = "<s>",
      defaultValue = "1",
      description = "Length of each of the five repetitions; by default ${DEFAULT-VALUE}.")
  private double seconds;

  @Override
  public Integer call() throws IOException, NotConverged {
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new WrongUse("--seconds is " + seconds + " but must be above 0 and at most 3600");
    }
    Path out = folder.open(benchmark.home());
    List<LiftCost> costs =
        LiftCost.measure(new Stopwatch(WARM_UP_REPETITIONS * seconds, seconds, REPETITIONS));
    LiftCost.table(costs).write(out.resolve("lift-cost.csv"));
    LiftCost.writeAgainstAtoms(out.resolve("lift-cost-atoms.png"), costs);
    LiftCost.writeAgainstNeighbours(out.resolve("lift-cost-neighbours.png"), costs);
    PrintWriter print = spec.commandLine().getOut();
    print.print(LiftCost.table(costs).text());
    print.println(out.resolve("lift-cost-atoms.png"));
    print.println(out.resolve("lift-cost-neighbours.png"));
    print.flush();
    return 0;
  }
}
