package org.tipwright.bridge.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bridge audit}: checks and shows the log of what was asked, answered and decided. */
@Command(
    name = "audit",
    description = "Check or show the log of every message and decision of a bridge.",
    synopsisSubcommandLabel = "<verb>",
    subcommands = {AuditVerifyCommand.class, AuditShowCommand.class})
final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'audit' needs a verb, one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
