package org.tipwright.runs.command;

import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tipwright.runs.config.Nearest;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and an exit code: 2 for wrong use, else 1. */
final class Refusals implements IParameterExceptionHandler, IExecutionExceptionHandler {

  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class);

  private final BooleanSupplier verbose;

  Refusals(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    print(wrong.getCommandLine(), sentence(wrong), wrong);
    return WRONG_USE;
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult result) {
    print(commandLine, Sentences.of(thrown), thrown);
    boolean wrongUse = thrown instanceof WrongUse || thrown instanceof ConfigException;
    return wrongUse ? WRONG_USE : FAILED;
  }

  private void print(CommandLine commandLine, String sentence, Exception thrown) {
    commandLine.getErr().println("tipwright: " + sentence);
    if (verbose.getAsBoolean()) {
      thrown.printStackTrace(commandLine.getErr());
    }
    commandLine.getErr().flush();
  }

  private static String sentence(ParameterException wrong) {
    CommandLine at = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      return unmatched(at, unmatched.getUnmatched().get(0));
    }
    String explained = "; './tipwright " + verb(at) + " --help' explains it";
    if (wrong instanceof MissingParameterException missing) {
      return "'" + verb(at) + "' needs " + named(missing.getMissing().get(0)) + explained;
    }
    ArgSpec argument = wrong.getArgSpec();
    if (argument != null && WHOLE_NUMBERS.contains(argument.type())) {
      return named(argument) + " must be a whole number, not '" + wrong.getValue() + "'";
    }
    return Sentences.of(wrong) + explained;
  }

  /** {@code "--episodes <n>"}, or {@code "<run>"}. */
  private static String named(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + option.paramLabel()
        : argument.paramLabel();
  }

  private static String unmatched(CommandLine at, String word) {
    if (word.startsWith("-")) {
      List<String> options = new ArrayList<>();
      at.getCommandSpec().options().forEach(option -> options.add(option.longestName()));
      return "unknown option '" + word + "'" + of(at) + Nearest.suggestion(word, options);
    }
    if (!at.getSubcommands().isEmpty()) {
      return "unknown verb '"
          + word
          + "'"
          + of(at)
          + Nearest.suggestion(word, at.getSubcommands().keySet());
    }
    return "'"
        + verb(at)
        + "' does not know what to do with '"
        + word
        + "'; './tipwright "
        + verb(at)
        + " --help' explains it";
  }

  private static String of(CommandLine at) {
    return at.getParent() == null ? "" : " of '" + verb(at) + "'";
  }

  /** The verb as typed after the program's name: {@code "bridge serve"}. */
  private static String verb(CommandLine at) {
    String qualified = at.getCommandSpec().qualifiedName(" ");
    return qualified.startsWith("tipwright ") ? qualified.substring(10) : qualified;
  }
}
