package org.tipwright.bridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.audit.v1.AuditRecord;

/**
 * The records of a file or a folder, oldest first, each checked against the chain as it is read;
 * one file is open at a time. Ends at the newest that is whole.
 */
public final class AuditRecords implements Iterable<AuditRecord>, AutoCloseable {

  private final Iterator<Path> files;
  private final AuditSelection selection;
  private @Nullable AuditReader reader;
  private @Nullable AuditRecord next;
  private long given;

  private AuditRecords(List<Path> files, AuditSelection selection) {
    this.files = files.iterator();
    this.selection = selection;
  }

  /**
   * Opens a file or a folder.
   *
   * @throws IllegalArgumentException if there is no log
   * @throws AuditDamage if the first file was changed; later ones throw {@link
   *     IllegalStateException} while they are read
   */
  public static AuditRecords of(Path path, AuditSelection selection)
      throws IOException, AuditDamage {
    List<Path> files = Files.isDirectory(path) ? AuditFolder.files(path) : List.of(path);
    if (files.isEmpty() || !Files.exists(files.get(0))) {
      throw new IllegalArgumentException("there is no audit log in " + path);
    }
    AuditRecords records = new AuditRecords(from(files, selection), selection);
    records.advance();
    return records;
  }

  /** Leaves out the files before the one that holds the first number that is wanted. */
  private static List<Path> from(List<Path> files, AuditSelection selection)
      throws IOException, AuditDamage {
    int first = files.size() - 1;
    while (first > 0 && firstNumber(files.get(first)) > selection.fromNumber()) {
      first--;
    }
    return files.subList(first, files.size());
  }

  private static long firstNumber(Path file) throws IOException, AuditDamage {
    try (AuditReader reader = AuditReader.open(file)) {
      return reader.next().map(AuditRecord::getNumber).orElse(Long.MAX_VALUE);
    }
  }

  private void advance() throws IOException, AuditDamage {
    next = null;
    while (next == null && (selection.limit() <= 0 || given < selection.limit())) {
      AuditReader open = reader;
      if (open == null) {
        if (!files.hasNext()) {
          return;
        }
        open = AuditReader.open(files.next());
        reader = open;
      }
      AuditRecord record = open.next().orElse(null);
      if (record == null) {
        close();
      } else if (selection.has(record)) {
        next = record;
      }
    }
  }

  @Override
  public Iterator<AuditRecord> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public AuditRecord next() {
        AuditRecord record = next;
        if (record == null) {
          throw new NoSuchElementException();
        }
        given++;
        try {
          advance();
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        } catch (AuditDamage damage) {
          throw new IllegalStateException(damage.getMessage(), damage);
        }
        return record;
      }
    };
  }

  /** Closes the file that is being read; nothing more comes from it. */
  @Override
  public void close() {
    AuditReader open = reader;
    reader = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
