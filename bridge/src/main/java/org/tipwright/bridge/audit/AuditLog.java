package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.Decision;
import org.tipwright.bridge.audit.v1.Frame;

/**
 * The audit log of one bridge. Anybody hands records over without waiting; one thread writes them;
 * another makes them survive a loss of power, a moment later. Once it fails it takes nothing any
 * more, and whoever is told of that withdraws the tip.
 */
public final class AuditLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** A file of this size is followed by another. */
  private static final long LARGEST_FILE = 64L << 20;

  /** How often what was written is made to survive a loss of power. */
  private static final Duration SYNC = Duration.ofMillis(100);

  /** Frames are in the file after this at the latest; a decision is at once, with all before it. */
  private static final Duration ROUND = Duration.ofMillis(20);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final FileChannel lock;
  private final AuditQueue queue = new AuditQueue();
  private final AuditFile file;
  private final Thread writer;
  private final Thread syncer;
  private volatile AuditHead head;
  private volatile Consumer<String> failed = why -> {};
  private volatile boolean writing = true;

  private AuditLog(Path folder, FileChannel lock, AuditFile file) {
    this.folder = folder;
    this.lock = lock;
    this.file = file;
    this.head = file.head();
    this.writer = start(this::write, "audit-writer");
    this.syncer = start(this::sync, "audit-sync");
  }

  private static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /**
   * Goes on with the log of a folder, which is made if need be.
   *
   * @param limits name and digest of the limit profile
   * @throws IOException if it cannot be written, another bridge writes it, or its last file was
   *     changed; in one sentence
   */
  public static AuditLog open(Path folder, String limits) throws IOException {
    return open(folder, limits, InstantSource.system());
  }

  /**
   * The same with another clock.
   *
   * @param wall what the records are dated by
   */
  public static AuditLog open(Path folder, String limits, InstantSource wall) throws IOException {
    return open(folder, limits, AuditDisk::of, LARGEST_FILE, wall);
  }

  static AuditLog open(Path folder, String limits, AuditDisk.Maker disks, long largest)
      throws IOException {
    return open(folder, limits, disks, largest, InstantSource.system());
  }

  private static AuditLog open(
      Path folder, String limits, AuditDisk.Maker disks, long largest, InstantSource wall)
      throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            AuditFolder.lock(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!locked(lock)) {
        throw new IOException(
            "another bridge writes its audit log to "
                + folder
                + "; give this one a folder of its"
                + " own with --audit");
      }
      return new AuditLog(folder, lock, new AuditFile(folder, disks, limits, largest, wall));
    } catch (IOException | RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  /** Calls {@code told}, once, with the reason why nothing can be written any more. */
  public void onFailure(Consumer<String> told) {
    failed = told;
  }

  /**
   * Hands over a frame.
   *
   * @param urgent whether it may have one of the last places in the queue: nothing can be refused
   *     for it any more
   * @return whether it was taken
   */
  public boolean take(Frame frame, boolean urgent) {
    return queue.offer(
        file.stamped().setFrame(frame), frame.getMessage().size() + 256, urgent, false);
  }

  /**
   * Hands over a decision.
   *
   * @param monotonicNs when it was made
   * @return whether it was taken
   */
  public boolean take(Decision decision, long monotonicNs) {
    return queue.offer(
        file.stamped().setMonotonicNs(monotonicNs).setDecision(decision),
        decision.getText().length() + 256,
        true,
        true);
  }

  /** Something that had to be taken was not, for there was no place: that is a failure too. */
  public void full() {
    if (!queue.failed() && !queue.ended()) {
      fail(new IOException("too much waits to be written"));
    }
  }

  /**
   * Waits until all that was taken so far is in the file, where it survives the end of this process
   * but not yet a loss of power.
   *
   * @return false if that fails, or lasts too long
   */
  public boolean awaitWritten(Duration longest) {
    return queue.awaitWritten(longest);
  }

  /** The end of what has been written. */
  public AuditHead head() {
    return head;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  private void write() {
    try {
      while (true) {
        boolean last = queue.ended();
        List<AuditRecord.Builder> records = queue.takeAll(ROUND);
        if (!records.isEmpty()) {
          file.write(records);
          head = file.head();
          queue.wrote(records.size());
        } else if (last) {
          file.close("end");
          head = file.head();
          return;
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error failure) {
      fail(failure);
    } finally {
      writing = false;
    }
  }

  private void sync() {
    AuditHead synced = head;
    while (writing) {
      LockSupport.parkNanos(SYNC.toNanos());
      AuditHead newest = head;
      if (newest.equals(synced)) {
        continue;
      }
      try {
        file.disk().sync();
        newest.write(folder);
        synced = newest;
      } catch (IOException | RuntimeException failure) {
        // A file that the writer has just ended was synced by it.
        if (writing && !(failure instanceof ClosedChannelException)) {
          fail(failure);
          return;
        }
      }
    }
  }

  private void fail(Throwable failure) {
    String why = "the audit log in " + folder + " cannot be written: " + failure.getMessage();
    LOG.error("{}", why, failure);
    queue.fail(why);
    failed.accept(why);
  }

  /** Writes what waits, ends the file and lets the folder go. */
  @Override
  public void close() throws IOException {
    queue.end();
    try {
      writer.join(PATIENCE.toMillis());
      LockSupport.unpark(syncer);
      syncer.join(PATIENCE.toMillis());
      if (writer.isAlive()) {
        LOG.warn("the audit log in {} was not written to its end in time", folder);
      } else {
        file.abandon();
        if (!queue.failed()) {
          head.write(folder);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    lock.close();
  }
}
