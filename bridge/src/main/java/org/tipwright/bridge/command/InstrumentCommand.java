package org.tipwright.bridge.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code instrument}: a simulated microscope for programs that expect a real one. */
@Command(
    name = "instrument",
    description = "Serve a simulated microscope to programs that expect a real one.",
    synopsisSubcommandLabel = "<verb>",
    subcommands = {InstrumentServeCommand.class})
public final class InstrumentCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "'instrument' needs a verb, one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
