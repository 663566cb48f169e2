package org.tipwright.runs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code benchmark}: benchmarks of learners, and of the physics. */
@Command(
    name = "benchmark",
    description =
        "Run a benchmark from the literature, compare runs over their seeds, or time the physics.",
    synopsisSubcommandLabel = "<benchmark>",
    subcommands = {
      LearningBenchmarkCommand.class,
      LiftTableCommand.class,
      SeedsBenchmarkCommand.class,
      InstrumentBenchmarkCommand.class,
      ThroughputBenchmarkCommand.class,
      PhysicsBenchmarkCommand.class,
      LiftCostCommand.class
    })
final class BenchmarkCommand implements Runnable {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'benchmark' needs one of " + String.join(", ", spec.subcommands().keySet()));
  }

  Home home() {
    return tipwright.home();
  }
}
