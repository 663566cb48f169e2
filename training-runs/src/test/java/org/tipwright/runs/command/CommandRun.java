package org.tipwright.runs.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * What a command line did.
 *
 * @param exitCode 0 done, 1 failed, 2 wrong use
 * @param out its standard output
 * @param err its standard error, as far as commands print there
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command line in this process, over a checkout in {@code home}. */
  static CommandRun of(Path home, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Tipwright.commandLine(new Home(home));
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new CommandRun(commandLine.execute(arguments), out.toString(), err.toString());
  }
}
