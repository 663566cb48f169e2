package org.tipwright.runs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code physics field}: what a tip meets wherever it may be. */
@Command(
    name = "field",
    description = "Map what a tip meets: the corridor of a lift, or the landscape of an adsorbate.",
    synopsisSubcommandLabel = "<field>",
    subcommands = {CorridorCommand.class, LandscapeCommand.class})
final class FieldCommand implements Runnable {

  @ParentCommand private PhysicsCommand physics;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'physics field' needs one of " + String.join(", ", spec.subcommands().keySet()));
  }

  Home home() {
    return physics.home();
  }
}
