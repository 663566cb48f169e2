package org.tipwright.tests.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file system of a few megabytes that can be filled: a tmpfs, which only the administrator of a
 * Linux machine can mount. Elsewhere it is not usable.
 */
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "4m";

  private final Path folder;
  private final boolean mounted;

  SmallDisk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.mounted =
        done(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()));
  }

  private static boolean done(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether it is there. */
  boolean usable() {
    return mounted;
  }

  /** Removes everything on it; answers with where it is. */
  Path empty() throws IOException {
    if (!mounted) {
      throw new IllegalStateException("there is no small disk");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
    return folder;
  }

  /** Leaves not a byte of room. */
  void fill() {
    byte[] piece = new byte[4096];
    try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
      while (true) {
        ballast.write(piece);
      }
    } catch (IOException full) {
      try {
        if (Files.getFileStore(folder).getUsableSpace() > 0) {
          throw new UncheckedIOException(full);
        }
      } catch (IOException unknown) {
        throw new UncheckedIOException(unknown);
      }
    }
  }

  @Override
  public void close() {
    if (mounted) {
      var unused = done(List.of("umount", folder.toString()));
    }
  }
}
