package org.tipwright.runs.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what is new, beside what is there already. */
final class FreeFolder {

  private FreeFolder() {}

  /**
   * The usual one, or the first of {@code usual-2}, {@code usual-3} and so on that is not there.
   */
  static Path like(Path usual) {
    Path folder = usual;
    for (int i = 2; Files.exists(folder); i++) {
      folder = usual.resolveSibling(usual.getFileName() + "-" + i);
    }
    return folder;
  }
}
