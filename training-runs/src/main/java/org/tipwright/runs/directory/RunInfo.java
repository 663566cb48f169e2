package org.tipwright.runs.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Where and from what a run was started.
 *
 * @param seed root of every random number
 * @param task name of the task
 * @param gitRevision of the program's sources, with {@code -dirty} if they were changed, or {@code
 *     unknown}
 * @param started date and time in UTC
 * @param operatingSystem name, version and architecture
 * @param java version of the Java machine
 * @param processors how many the Java machine was given
 */
public record RunInfo(
    long seed,
    String task,
    String gitRevision,
    String started,
    String operatingSystem,
    String java,
    int processors) {

  /** What is true here and now. */
  public static RunInfo now(long seed, String task) {
    return new RunInfo(
        seed,
        task,
        describeRevision(),
        Instant.now().toString(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        Runtime.getRuntime().availableProcessors());
  }

  /** As a JSON object. */
  public byte[] json() throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  private static String describeRevision() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40")
              .directory(programFolder())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!git.waitFor(5, TimeUnit.SECONDS)) {
        git.destroy();
        return "unknown";
      }
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.exitValue() == 0 && !said.isEmpty() ? said : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** The program lies inside its checkout, wherever it was called from. */
  private static File programFolder() throws IOException {
    try {
      File program =
          new File(RunInfo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return program.isDirectory() ? program : program.getParentFile();
    } catch (URISyntaxException notAFile) {
      throw new IOException(notAFile);
    }
  }
}
