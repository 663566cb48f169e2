package org.tipwright.runs.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tipwright.bridge.command.BridgeCommand;
import org.tipwright.bridge.command.InstrumentCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code tipwright}: its verbs are the subcommands. */
@Command(
    name = "tipwright",
    version = "tipwright 0.1.0",
    header = "Trains agents that lift single molecules, and lets them drive a microscope.",
    synopsisSubcommandLabel = "<verb>",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "Start with:  ./tipwright train lift",
      "Each verb explains itself:  ./tipwright <verb> --help",
      "Exit codes: 0 done, 1 failed, 2 wrong use."
    },
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      DeployCommand.class,
      ReplayCommand.class,
      ReportCommand.class,
      BenchmarkCommand.class,
      PhysicsCommand.class,
      BridgeCommand.class,
      InstrumentCommand.class,
      DoctorCommand.class
    })
public final class Tipwright implements Runnable {

  private final Home home;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explain this verb.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Print the version.")
  private boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log more, and show where in the program a failure arose.")
  private boolean verbose;

  private Tipwright(Home home) {
    this.home = home;
  }

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Å and ± must come out right whatever the locale says.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(commandLine(Home.locate()).execute(arguments));
  }

  /** The command line over a checkout. */
  static CommandLine commandLine(Home home) {
    Tipwright tipwright = new Tipwright(home);
    CommandLine commandLine = new CommandLine(tipwright);
    Refusals refusals = new Refusals(() -> tipwright.verbose);
    commandLine
        .setParameterExceptionHandler(refusals)
        .setExecutionExceptionHandler(refusals)
        .setExecutionStrategy(
            parsed -> {
              // Read by logback.xml when the first logger is made, which is later.
              System.setProperty("tipwright.log", tipwright.verbose ? "INFO" : "WARN");
              return new CommandLine.RunLast().execute(parsed);
            })
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedOptionsAllowed(false)
        .setCaseInsensitiveEnumValuesAllowed(true);
    return commandLine;
  }

  Home home() {
    return home;
  }

  /** Where a verb says what it is doing: standard error, so that results stay alone. */
  Consumer<String> messages() {
    PrintWriter err = spec.commandLine().getErr();
    return message -> {
      err.println("tipwright: " + message);
      err.flush();
    };
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
