package org.tipwright.runs.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file aside and moves it into place: whoever looks finds the old or the new one. */
public final class SafeFile {

  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private SafeFile() {}

  /** Puts {@code bytes} where {@code file} names. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".writing");
    Files.write(aside, bytes);
    settle(aside, file);
  }

  /** Moves a finished file or folder, on disk, to its place. */
  public static void settle(Path aside, Path place) throws IOException {
    force(aside);
    Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null) {
      force(folder);
    }
  }

  /** Waits until a file, or the entries of a folder, are on disk. */
  public static void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (WINDOWS && folder) {
      return; // Windows opens no folder as a file, and writes its entries through by itself
    }
    StandardOpenOption mode = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
