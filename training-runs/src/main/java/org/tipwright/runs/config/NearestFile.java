package org.tipwright.runs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file that somebody probably meant, in the folder that they named. */
public final class NearestFile {

  private NearestFile() {}

  /**
   * The end of a refusal of a file that does not exist.
   *
   * @param missing the file that was asked for
   * @param fitting whether a file of this name could have been meant
   */
  public static String suggestion(Path missing, Predicate<String> fitting) {
    Path folder = missing.toAbsolutePath().normalize().getParent();
    Path name = missing.getFileName();
    if (folder == null || name == null) {
      return "";
    }
    if (!Files.isDirectory(folder)) {
      return "; there is no folder '" + folder + "' either";
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      List<String> names = siblings.map(NearestFile::name).filter(fitting).sorted().toList();
      return Nearest.of(name.toString(), names)
          .map(nearest -> "; did you mean '" + beside(missing, nearest) + "'?")
          .orElse("");
    } catch (IOException unlisted) {
      return "";
    }
  }

  private static String name(Path file) {
    @Nullable Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static Path beside(Path missing, String name) {
    @Nullable Path parent = missing.getParent();
    return parent == null ? Path.of(name) : parent.resolve(name);
  }
}
