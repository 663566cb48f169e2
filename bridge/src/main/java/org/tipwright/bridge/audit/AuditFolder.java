package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of the files of a log: {@code audit-00000001.log} and so on, and its {@code head}. */
final class AuditFolder {

  private static final Pattern NAME = Pattern.compile("audit-(\\d{8,})\\.log");

  private AuditFolder() {}

  static Path file(Path folder, long number) {
    return folder.resolve(String.format(Locale.ROOT, "audit-%08d.log", number));
  }

  /** The number in a file's name. */
  static long number(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      throw new IllegalArgumentException(
          file + " is not a file of an audit log, such as audit-00000001.log");
    }
    return Long.parseLong(name.group(1));
  }

  /** The files in the order of their numbers. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .sorted((a, b) -> Long.compare(number(a), number(b)))
          .toList();
    }
  }

  /** Where the newest number and hash that are safe on the disk are kept. */
  static Path head(Path folder) {
    return folder.resolve("head");
  }

  /** Held open by the bridge that writes here. */
  static Path lock(Path folder) {
    return folder.resolve("lock");
  }
}
