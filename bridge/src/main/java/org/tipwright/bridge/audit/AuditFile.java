package org.tipwright.bridge.audit;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.FileClosed;
import org.tipwright.bridge.audit.v1.FileOpened;

/** The chain at its growing end: numbers, hashes, and the file that is written to. One thread's. */
final class AuditFile {

  private final Path folder;
  private final AuditDisk.Maker disks;
  private final String limits;
  private final long largest;
  private final InstantSource wall;
  private long fileNumber;
  private long number;
  private byte[] hash;
  private long tornBytes;
  private volatile AuditDisk disk;
  private long size;
  private LocalDate day;

  /**
   * Goes on after what is in a folder, in a new file.
   *
   * @param largest bytes after which another file is begun
   * @param wall the wall clock; only people read it, so it may jump
   */
  AuditFile(Path folder, AuditDisk.Maker disks, String limits, long largest, InstantSource wall)
      throws IOException {
    this.folder = folder;
    this.disks = disks;
    this.limits = limits;
    this.largest = largest;
    this.wall = wall;
    AuditEnd end = AuditEnd.of(folder);
    this.fileNumber = end.file();
    this.number = end.number();
    this.hash = end.hash();
    this.tornBytes = end.tornBytes();
    this.day = today();
    this.disk = disks.make(AuditFolder.file(folder, fileNumber + 1));
    begin();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(wall.instant(), ZoneOffset.UTC);
  }

  /** Writes the first record of the file that was made. */
  private void begin() throws IOException {
    fileNumber++;
    day = today();
    FileOpened.Builder opened =
        FileOpened.newBuilder()
            .setFile(fileNumber)
            .setPreviousHash(ByteString.copyFrom(hash))
            .setTornBytes(tornBytes)
            .setLimits(limits);
    tornBytes = 0;
    size = Chain.MAGIC.length;
    ByteBuffer entry = entry(stamped().setOpened(opened));
    disk.write(
        ByteBuffer.allocate(Chain.MAGIC.length + entry.remaining())
            .put(Chain.MAGIC)
            .put(entry)
            .flip());
    disk.sync();
  }

  /** A record of this moment. */
  AuditRecord.Builder stamped() {
    Instant now = wall.instant();
    return AuditRecord.newBuilder()
        .setWallTimeUs(now.getEpochSecond() * 1_000_000 + now.getNano() / 1000)
        .setMonotonicNs(System.nanoTime());
  }

  private ByteBuffer entry(AuditRecord.Builder record) {
    number++;
    byte[] bytes = record.setNumber(number).build().toByteArray();
    hash = Chain.next(hash, bytes);
    ByteBuffer entry = ByteBuffer.allocate(Chain.HEAD + bytes.length + Chain.HASH);
    entry.putInt(bytes.length).putInt(Chain.check(bytes.length)).put(bytes).put(hash).flip();
    size += entry.remaining();
    return entry;
  }

  /** Writes records in their order, all at once; begins another file first if it is time. */
  void write(List<AuditRecord.Builder> records) throws IOException {
    if (size >= largest || !day.equals(today())) {
      close(size >= largest ? "size" : "day");
      disk = disks.make(AuditFolder.file(folder, fileNumber + 1));
      begin();
    }
    int length = 0;
    ByteBuffer[] entries = new ByteBuffer[records.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry(records.get(i));
      length += entries[i].remaining();
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (ByteBuffer entry : entries) {
      all.put(entry);
    }
    disk.write(all.flip());
  }

  /** Ends the file. */
  void close(String why) throws IOException {
    disk.write(entry(stamped().setClosed(FileClosed.newBuilder().setWhy(why))));
    disk.sync();
    disk.close();
  }

  /** Lets the file go as it is, after a failure. */
  void abandon() throws IOException {
    disk.close();
  }

  /** The end of the chain. */
  AuditHead head() {
    return new AuditHead(number, Chain.hex(hash));
  }

  /** The file that is written to now, for the thread that syncs. */
  AuditDisk disk() {
    return disk;
  }
}
