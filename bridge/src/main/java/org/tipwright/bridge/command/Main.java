package org.tipwright.bridge.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program beside the instrument: {@link BridgeCommand}, behind its name or without it, and
 * {@link InstrumentCommand}, from a classpath of its own with no native library and no learner on
 * it.
 */
@Command(name = "tipwright")
public final class Main {

  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Explain this verb.")
  private boolean help;

  private Main() {}

  /** Runs one verb and ends the process with its exit code: 0 done, 1 failed, 2 wrong use. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "org/tipwright/bridge/logback.xml");
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    System.exit(execute(out, err, arguments));
  }

  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine program = new CommandLine(new Main());
    program.addSubcommand(new BridgeCommand());
    program.addSubcommand(new InstrumentCommand());
    program.setOut(out).setErr(err);
    program.setParameterExceptionHandler(
        (wrong, typed) -> {
          err.println("bridge: " + sentence(wrong));
          return WRONG_USE;
        });
    program.setExecutionExceptionHandler(
        (failure, commandLine, result) -> {
          err.println("bridge: " + failure.getMessage());
          return FAILED;
        });
    if (arguments.length > 0 && program.getSubcommands().containsKey(arguments[0])) {
      return program.execute(arguments);
    }
    String[] words = new String[arguments.length + 1];
    words[0] = "bridge";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    return program.execute(words);
  }

  private static String sentence(ParameterException wrong) {
    CommandLine at = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException unmatched && !at.getSubcommands().isEmpty()) {
      return "unknown verb '"
          + unmatched.getUnmatched().get(0)
          + "'; there are "
          + String.join(", ", at.getSubcommands().keySet());
    }
    return String.valueOf(wrong.getMessage());
  }

  /** Å and ± must come out right whatever the locale says. */
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
