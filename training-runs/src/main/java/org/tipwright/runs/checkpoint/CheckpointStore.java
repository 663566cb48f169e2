package org.tipwright.runs.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipwright.runs.directory.SafeFile;

/**
 * Checkpoints as sets of named files, one folder per round. A folder gets its name only when it is
 * whole and on disk, so a crash leaves at most a {@code .writing} folder behind.
 */
public final class CheckpointStore {

  private static final int KEPT = 3;
  private static final Pattern NAME = Pattern.compile("\\d{8}");
  private static final String WRITING = ".writing";

  private final Path folder;
  private final long every;

  /**
   * A store in a folder, which need not exist yet.
   *
   * @param every rounds between scheduled checkpoints; those in between, left by an interruption,
   *     go as soon as there is a later one
   */
  public CheckpointStore(Path folder, long every) {
    this.folder = folder;
    this.every = every;
  }

  /**
   * The files of one checkpoint.
   *
   * @param round rounds that had been played
   * @param files name to contents
   */
  public record Stored(long round, SortedMap<String, byte[]> files) {}

  /** Writes a checkpoint, then deletes those that are no longer needed. */
  public void write(long round, SortedMap<String, byte[]> files) throws IOException {
    Path aside = folder.resolve(name(round) + WRITING);
    delete(aside);
    Files.createDirectories(aside);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writeThrough(aside.resolve(file.getKey()), file.getValue());
    }
    writeThrough(aside.resolve(Sentinel.NAME), Sentinel.of(files));
    delete(place(round));
    SafeFile.settle(aside, place(round));
    prune(round);
  }

  /**
   * The newest checkpoint whose every byte is as it was written.
   *
   * @param notice told, in one sentence each, which newer ones were passed over
   */
  public Optional<Stored> newest(Consumer<String> notice) throws IOException {
    List<Long> rounds = rounds();
    for (int i = rounds.size() - 1; i >= 0; i--) {
      long round = rounds.get(i);
      SortedMap<String, byte[]> files = read(place(round));
      byte[] sentinel = files.remove(Sentinel.NAME);
      @Nullable String wrong =
          sentinel == null
              ? "it has no " + Sentinel.NAME + ", so it was never finished"
              : Sentinel.mismatch(files, sentinel);
      if (wrong == null) {
        return Optional.of(new Stored(round, files));
      }
      notice.accept("checkpoint " + place(round) + " is passed over: " + wrong);
    }
    return Optional.empty();
  }

  /** Deletes what crashes left half written, and every checkpoint after {@code round}. */
  public void dropAfter(long round) throws IOException {
    for (Path unfinished : list(path -> path.getFileName().toString().endsWith(WRITING))) {
      delete(unfinished);
    }
    for (long later : rounds()) {
      if (later > round) {
        delete(place(later));
      }
    }
  }

  private void prune(long newest) throws IOException {
    List<Long> scheduled = rounds().stream().filter(round -> round % every == 0).toList();
    List<Long> kept = scheduled.subList(Math.max(0, scheduled.size() - KEPT), scheduled.size());
    for (long round : rounds()) {
      if (round != newest && !kept.contains(round)) {
        delete(place(round));
      }
    }
  }

  private List<Long> rounds() throws IOException {
    return list(path -> NAME.matcher(path.getFileName().toString()).matches()).stream()
        .map(path -> Long.parseLong(path.getFileName().toString()))
        .sorted()
        .toList();
  }

  private List<Path> list(Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().toList();
    }
  }

  private Path place(long round) {
    return folder.resolve(name(round));
  }

  private static String name(long round) {
    return String.format(Locale.ROOT, "%08d", round);
  }

  private static SortedMap<String, byte[]> read(Path checkpoint) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(checkpoint)) {
      for (Path file : entries.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    SafeFile.force(file);
  }

  /** A folder loses its sentinel first, so that a half deleted one is never believed. */
  private static void delete(Path checkpoint) throws IOException {
    if (!Files.exists(checkpoint)) {
      return;
    }
    Files.deleteIfExists(checkpoint.resolve(Sentinel.NAME));
    try (Stream<Path> entries = Files.list(checkpoint)) {
      for (Path file : entries.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(checkpoint);
  }
}
