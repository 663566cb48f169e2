package org.tipwright.runs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics}: shows what the physics engines do. */
@Command(
    name = "physics",
    description = "Look at the physics: figures as PNG, the numbers behind them as CSV.",
    synopsisSubcommandLabel = "<view>",
    subcommands = {
      LiftCurveCommand.class,
      FieldCommand.class,
      DragCommand.class,
      ScanCommand.class,
      ValidateCommand.class
    })
final class PhysicsCommand implements Runnable {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'physics' needs one of " + String.join(", ", spec.subcommands().keySet()));
  }

  Home home() {
    return tipwright.home();
  }
}
