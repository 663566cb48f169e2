package org.tipwright.bridge.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge}: serves an instrument, and what its operator does. */
@Command(
    name = "bridge",
    description = "Serve an instrument behind its safety supervisor, and operate it.",
    synopsisSubcommandLabel = "<verb>",
    subcommands = {
      ServeCommand.class,
      WatchdogCommand.class,
      ProxyCommand.class,
      ArmCommand.class,
      DisarmCommand.class,
      RunCommand.class,
      ScanCommand.class,
      StopCommand.class,
      ResetCommand.class,
      VoidCommand.class,
      StateCommand.class,
      ConsoleCommand.class,
      CertsCommand.class,
      AuditCommand.class
    })
public final class BridgeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'bridge' needs a verb, one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
