package org.tipwright.tests.processes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line of Tipwright in another process; both its outputs go to one file. */
final class Program implements AutoCloseable {

  /** A slow and busy machine starts three of them at once. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it.
   *
   * @param home checkout in whose folders it writes, and where its outputs are kept
   * @param name of the file of its output
   */
  static Program start(Path home, String name, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx512m");
    words.add("-Dfile.encoding=UTF-8");
    words.add("-Dtipwright.home=" + home);
    words.add("-Duser.home=" + home);
    words.add("-cp");
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.add("org.tipwright.runs.command.Tipwright");
    words.addAll(List.of(arguments));
    Path output = home.resolve(name + ".log");
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new Program(process, output);
  }

  /** What it has printed so far. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Waits until it has printed something; the answer is the first group of the expression. */
  String awaitPrinted(String expression) {
    Pattern pattern = Pattern.compile(expression);
    await(output.getFileName() + " prints " + expression)
        .atMost(PATIENCE)
        .until(() -> pattern.matcher(printed()).find() || !process.isAlive());
    Matcher found = pattern.matcher(printed());
    if (!found.find()) {
      throw new AssertionError(output.getFileName() + " ended without it: " + printed());
    }
    return found.group(1);
  }

  /** Waits for its end. */
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
      throw new AssertionError(output.getFileName() + " does not end: " + printed());
    }
    return process.exitValue();
  }

  /** Asks it to end, and waits for that. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
