package org.tipwright.bridge.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.tipwright.bridge.audit.v1.AuditRecord;

/**
 * Reads one file of a log, record by record, and checks each against the chain. A file may still be
 * written to: what is not whole yet is the torn end.
 */
final class AuditReader implements AutoCloseable {

  private final Path file;
  private final InputStream in;
  private long offset;
  private long entryOffset;
  private long number;
  private byte[] hash = Chain.genesis();
  private long tornBytes;
  private boolean closed;

  private AuditReader(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** Opens a file and reads its first bytes. */
  static AuditReader open(Path file) throws IOException, AuditDamage {
    AuditReader reader =
        new AuditReader(file, new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    byte[] magic = reader.in.readNBytes(Chain.MAGIC.length);
    if (!Arrays.equals(magic, Chain.MAGIC)) {
      boolean begun =
          magic.length < Chain.MAGIC.length
              && Arrays.equals(magic, Arrays.copyOf(Chain.MAGIC, magic.length));
      long zeros = unwritten(magic) ? reader.zerosToTheEnd() : -1;
      if (!begun && zeros < 0) {
        reader.close();
        throw new AuditDamage(file, 0, 0, "it does not begin like an audit log");
      }
      reader.tornBytes = magic.length + Math.max(0, zeros);
      return reader;
    }
    reader.offset = magic.length;
    return reader;
  }

  /**
   * The next record; none at the end, torn or not.
   *
   * @throws AuditDamage if what stands there was not written by a bridge
   */
  Optional<AuditRecord> next() throws IOException, AuditDamage {
    entryOffset = offset;
    if (tornBytes > 0) {
      return Optional.empty();
    }
    byte[] head = in.readNBytes(Chain.HEAD);
    if (head.length == 0) {
      return Optional.empty();
    }
    if (head.length < Chain.HEAD) {
      return torn(head.length);
    }
    ByteBuffer numbers = ByteBuffer.wrap(head);
    int length = numbers.getInt();
    if (numbers.getInt() != Chain.check(length) || length < 1 || length > Chain.LARGEST) {
      return unwrittenOrDamage(head);
    }
    byte[] bytes = in.readNBytes(length);
    byte[] stored = in.readNBytes(Chain.HASH);
    if (stored.length < Chain.HASH) {
      return torn((long) Chain.HEAD + bytes.length + stored.length);
    }
    return Optional.of(checked(bytes, stored));
  }

  private AuditRecord checked(byte[] bytes, byte[] stored) throws AuditDamage {
    AuditRecord record;
    try {
      record = AuditRecord.parseFrom(bytes);
    } catch (InvalidProtocolBufferException changed) {
      throw damage("the record cannot be read, a byte was changed");
    }
    boolean first = entryOffset == Chain.MAGIC.length;
    byte[] before = first ? record.getOpened().getPreviousHash().toByteArray() : hash;
    if (first && (!record.hasOpened() || before.length != Chain.HASH)) {
      throw damage("the first record of a file must say what came before it");
    }
    byte[] expected = Chain.next(before, bytes);
    if (!Arrays.equals(expected, stored)) {
      throw damage(
          "the hash does not fit: a byte of this record was changed, or a record before it was"
              + " removed, inserted or moved");
    }
    if (closed || (!first && record.getNumber() != number + 1)) {
      throw damage("a record with number " + record.getNumber() + " cannot stand here");
    }
    number = record.getNumber();
    hash = expected;
    offset = entryOffset + Chain.HEAD + bytes.length + Chain.HASH;
    closed = record.hasClosed();
    return record;
  }

  private AuditDamage damage(String what) {
    return new AuditDamage(file, entryOffset, number + 1, what);
  }

  private Optional<AuditRecord> torn(long bytes) {
    tornBytes = bytes;
    return Optional.empty();
  }

  /** A loss of power can leave zeros where a record should have come: that is a torn end too. */
  private Optional<AuditRecord> unwrittenOrDamage(byte[] head) throws IOException, AuditDamage {
    long zeros = unwritten(head) ? zerosToTheEnd() : -1;
    if (zeros < 0) {
      throw damage("the length of the record was changed");
    }
    return torn(head.length + zeros);
  }

  /** How many zeros follow to the end of the file; -1 if anything else does. */
  private long zerosToTheEnd() throws IOException {
    long count = 0;
    byte[] chunk = new byte[1 << 12];
    for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
      if (!unwritten(Arrays.copyOf(chunk, read))) {
        return -1;
      }
      count += read;
    }
    return count;
  }

  private static boolean unwritten(byte[] bytes) {
    for (byte value : bytes) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** Where the record that was read last begins; at the end, where the next would. */
  long entryOffset() {
    return entryOffset;
  }

  /** Number of the record that was read last; 0 before the first. */
  long number() {
    return number;
  }

  /** The chain up to the record that was read last. */
  byte[] hash() {
    return hash.clone();
  }

  /** At the end: bytes of a record that was not written to its end. */
  long tornBytes() {
    return tornBytes;
  }

  /** At the end: whether the last record says that it is the last. */
  boolean closed() {
    return closed;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
