package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.FileOpened;

/**
 * What is known of a log after every byte of it was looked at.
 *
 * @param files how many
 * @param records how many
 * @param head its end
 * @param tornBytes of an unfinished record at its very end, as a crash leaves it
 * @param closed whether its writer ended it; otherwise the writer was killed, or still writes
 */
public record AuditVerification(
    int files, long records, AuditHead head, long tornBytes, boolean closed) {

  /**
   * Looks at a file, or at all files of a folder and how they follow on each other.
   *
   * @param anchors heads that were kept elsewhere; that of the folder is looked at anyway
   * @throws AuditDamage at the first place that is not as it was written
   * @throws IllegalArgumentException if there is no log
   */
  public static AuditVerification of(Path path, List<AuditHead> anchors)
      throws IOException, AuditDamage {
    List<Path> files = Files.isDirectory(path) ? AuditFolder.files(path) : List.of(path);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there is no audit log in " + path);
    }
    Pass pass =
        new Pass(anchors, Files.isDirectory(path) ? AuditHead.read(path) : Optional.empty());
    for (Path file : files) {
      pass.through(file);
    }
    return pass.end(files);
  }

  /** One pass over the files. */
  private static final class Pass {
    private final List<AuditHead> anchors;
    private final Optional<AuditHead> head;
    private long records;
    private long number;
    private byte[] hash = Chain.genesis();
    private long fileNumber;
    private long tornBytes;
    private boolean closed;
    private boolean first = true;

    Pass(List<AuditHead> anchors, Optional<AuditHead> head) {
      this.anchors = anchors;
      this.head = head;
    }

    void through(Path file) throws IOException, AuditDamage {
      long named = AuditFolder.number(file);
      if (!first && named != fileNumber + 1) {
        throw new AuditDamage(
            file, 0, number + 1, "the file before it, number " + (named - 1) + ", is missing");
      }
      try (AuditReader reader = AuditReader.open(file)) {
        Optional<AuditRecord> record = reader.next();
        if (record.isPresent()) {
          follows(file, named, record.get());
        }
        while (record.isPresent()) {
          records++;
          number = reader.number();
          hash = reader.hash();
          compare(file, reader.entryOffset());
          record = reader.next();
        }
        tornBytes = reader.tornBytes();
        closed = reader.closed();
        fileNumber = named;
        if (closed && tornBytes > 0) {
          throw new AuditDamage(
              file, reader.entryOffset(), number + 1, "bytes stand after the end of the file");
        }
      }
    }

    private void follows(Path file, long named, AuditRecord record) throws AuditDamage {
      FileOpened opened = record.getOpened();
      byte[] before = opened.getPreviousHash().toByteArray();
      if (opened.getFile() != named) {
        throw new AuditDamage(
            file,
            Chain.MAGIC.length,
            record.getNumber(),
            "the file was number " + opened.getFile() + " when it was written");
      }
      boolean follows =
          first
              ? named != 1 || (record.getNumber() == 1 && Arrays.equals(before, hash))
              : record.getNumber() == number + 1
                  && Arrays.equals(before, hash)
                  && opened.getTornBytes() == tornBytes;
      if (!follows) {
        throw new AuditDamage(
            file,
            Chain.MAGIC.length,
            record.getNumber(),
            "it does not follow on the end of the file before it, which was changed or cut short"
                + " afterwards");
      }
      first = false;
    }

    private void compare(Path file, long offset) throws AuditDamage {
      for (AuditHead anchor : anchors) {
        compare(file, offset, anchor);
      }
      if (head.isPresent()) {
        compare(file, offset, head.get());
      }
    }

    private void compare(Path file, long offset, AuditHead anchor) throws AuditDamage {
      if (anchor.number() == number && !anchor.hash().equals(Chain.hex(hash))) {
        throw new AuditDamage(
            file, offset, number, "the hash is not that of the head that was kept");
      }
    }

    AuditVerification end(List<Path> files) throws AuditDamage {
      Path last = files.get(files.size() - 1);
      for (AuditHead anchor : anchors) {
        reaches(last, anchor);
      }
      if (head.isPresent()) {
        reaches(last, head.get());
      }
      return new AuditVerification(
          files.size(), records, new AuditHead(number, Chain.hex(hash)), tornBytes, closed);
    }

    private void reaches(Path last, AuditHead anchor) throws AuditDamage {
      if (anchor.number() > number) {
        throw new AuditDamage(
            last,
            last.toFile().length(),
            number + 1,
            "records "
                + (number + 1)
                + " to "
                + anchor.number()
                + " are missing at the end: the head that was kept knows of them");
      }
    }
  }
}
