package org.tipwright.bridge.watchdog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The watchdog's files: a log with one line for each event, in UTC, and its latch, which outlives
 * the process that latched.
 */
final class WatchdogFolder {

  private static final String LOG = "watchdog.log";
  private static final String LATCH = "latched";
  private static final int LATCH_LINES = 3;

  private final Path folder;

  /** A folder; made if it is not there. */
  WatchdogFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  /** Where the log is. */
  Path log() {
    return folder.resolve(LOG);
  }

  /** Adds a line to the log. */
  void write(Instant when, WatchdogEvent event) throws IOException {
    Files.writeString(
        log(),
        when + " " + event.kind() + " " + oneLine(event.text()) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Keeps a latch for the process after this one; none removes it. */
  void keep(Optional<Latch> latch) throws IOException {
    Path file = folder.resolve(LATCH);
    if (latch.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Latch now = latch.get();
    Path aside = folder.resolve(LATCH + ".new");
    Files.write(
        aside,
        List.of(String.valueOf(now.id()), String.valueOf(now.withdrawn()), oneLine(now.reason())),
        StandardCharsets.UTF_8);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * What was left behind. A latch that cannot be read is one after which the tip was not seen up.
   */
  Optional<Latch> left() throws IOException {
    Path file = folder.resolve(LATCH);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    try {
      if (lines.size() == LATCH_LINES) {
        return Optional.of(
            new Latch(Long.parseLong(lines.get(0)), lines.get(2), lines.get(1).equals("true")));
      }
    } catch (NumberFormatException damaged) {
      // As below.
    }
    return Optional.of(new Latch(1, "the file " + file + " cannot be read", false));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
