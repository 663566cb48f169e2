package org.tipwright.runs.rehearsal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of our own programs in another process; both its outputs go to one file. */
final class Program implements AutoCloseable {

  private static final String MAIN = "org.tipwright.runs.command.Tipwright";
  private static final long POLL_MILLIS = 200;

  private final String name;
  private final Process process;
  private final Path output;
  private final Thread atExit;

  private Program(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
    // Whoever ends this program does not mean to leave microscopes behind.
    this.atExit = new Thread(process::destroy, "end-" + name);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a program as this one was started.
   *
   * @param home of the installation, for the new program
   * @param folder for its output
   */
  static Program start(Path home, Path folder, String name, List<String> arguments)
      throws IOException {
    // A class path is longer than a command may be on Windows.
    Path classPath = folder.resolve(name + ".args");
    Files.writeString(classPath, "-cp \"" + absoluteClassPath().replace("\\", "\\\\") + "\"");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dtipwright.home=" + home));
    words.add("@" + classPath);
    words.add(MAIN);
    words.addAll(arguments);
    Path output = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    return new Program(name, builder.start(), output);
  }

  private static String absoluteClassPath() {
    List<String> places = new ArrayList<>();
    for (String place :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      places.add(Path.of(place).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /** What it has printed so far. */
  String printed() throws IOException {
    return Files.readString(output);
  }

  /**
   * Waits until it has printed something; the answer is the first group of the expression.
   *
   * @throws IOException if it ends or time is up without it, with what it printed instead
   */
  String awaitPrinted(String expression, Duration atMost) throws IOException, InterruptedException {
    Pattern pattern = Pattern.compile(expression);
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      boolean ended = !process.isAlive();
      Matcher found = pattern.matcher(printed());
      if (found.find()) {
        return found.group(1);
      }
      if (ended || System.nanoTime() > deadline) {
        throw new IOException(name + (ended ? " ended: " : " hangs: ") + lastLine());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Whether it came to its end in time. */
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The last line that it printed. */
  String lastLine() throws IOException {
    String[] lines = printed().strip().split("\\R", -1);
    return lines[lines.length - 1];
  }

  /** Asks it to end, and waits for that; one that does not is ended. */
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
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      // It is at work.
    }
  }
}
