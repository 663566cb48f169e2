package org.tipwright.tests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A Java process of ours whose output is read; it is killed without a word when it is closed. */
final class LabProcess implements AutoCloseable {

  private final Process process;
  private final Thread atExit;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LabProcess(Process process) {
    this.process = process;
    // A campaign that is ended by hand leaves no watchdogs behind.
    this.atExit = new Thread(process::destroyForcibly, "end-lab-process");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts a class of this classpath. */
  static LabProcess start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    LabProcess started =
        new LabProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    Thread reader = new Thread(started::read, "lab-process-output");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.add(line);
      }
    } catch (IOException ended) {
      // With the process.
    }
  }

  /** Waits until it has written a line like this; answers with the pattern's group. */
  String await(Pattern line) {
    Awaitility.await().atMost(Lab.PATIENCE).until(() -> !alive() || found(line).isPresent());
    return found(line).orElseThrow(() -> new AssertionError("it said only: " + lines));
  }

  private Optional<String> found(Pattern line) {
    return lines.stream()
        .map(line::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** What it has written so far. */
  List<String> lines() {
    return lines;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Sends a POSIX signal, by its name. */
  void signal(String name) {
    try {
      int done =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
      if (done != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + done);
      }
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** {@code kill -9}, or the like of it. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException ending) {
      // It is at work.
    }
  }
}
