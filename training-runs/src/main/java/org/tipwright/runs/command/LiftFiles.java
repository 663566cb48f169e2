package org.tipwright.runs.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongFunction;

/** Files for the records of lifts at an instrument, which sort as the lifts were made. */
final class LiftFiles {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private LiftFiles() {}

  /**
   * Files that are not there yet.
   *
   * @param verb by which command the lifts are made
   * @return the file of a lift, counted from 0
   */
  static LongFunction<Path> in(Path folder, String verb) {
    // Another process may have begun within the same second.
    String name =
        verb
            + "-"
            + LocalDateTime.now(ZoneId.systemDefault()).format(WHEN)
            + "-"
            + ProcessHandle.current().pid();
    return lift -> folder.resolve(String.format(Locale.ROOT, "%s-%05d.episode", name, lift + 1));
  }
}
