package org.tipwright.bridge.audit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.audit.v1.AuditRecord;

/**
 * What waits to be written: bounded in records and bytes, taken in one order, never waited for by
 * whoever puts something in. Keeps count, so that one can wait until what was put in is written.
 */
final class AuditQueue {

  /** The last half of the places is kept for decisions and answers. */
  private static final int PLACES = 8192;

  private static final long BYTES = 16L << 20;

  /** So many are not kept waiting, hurry or not. */
  private static final int CROWD = 256;

  private final ArrayDeque<AuditRecord.Builder> waiting = new ArrayDeque<>();
  private long bytes;
  private long taken;
  private long written;
  private boolean ended;
  private boolean hurried;
  private @Nullable String failure;

  /**
   * Takes a record. One that is no hurry waits for the next that is, or for the writer to come
   * round: waking a thread costs more than writing.
   *
   * @param lastPlaces whether it may have one of the last places
   * @param hurry whether the writer is woken
   * @return false if there is no place for it, or nothing is written any more
   */
  synchronized boolean offer(
      AuditRecord.Builder record, int size, boolean lastPlaces, boolean hurry) {
    int share = lastPlaces ? 1 : 2;
    if (ended
        || failure != null
        || waiting.size() >= PLACES / share
        || bytes + size > BYTES / share) {
      return false;
    }
    waiting.add(record);
    bytes += size;
    taken++;
    if (hurry || waiting.size() >= CROWD) {
      hurried = true;
      notifyAll();
    }
    return true;
  }

  /** All that waits, oldest first: at once if one of them is in a hurry, else after the time. */
  synchronized List<AuditRecord.Builder> takeAll(Duration longest) throws InterruptedException {
    if (!hurried && !ended) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, longest.toNanos()));
    }
    hurried = false;
    List<AuditRecord.Builder> all = new ArrayList<>(waiting);
    waiting.clear();
    bytes = 0;
    return all;
  }

  /** So many more are in the file. */
  synchronized void wrote(int records) {
    written += records;
    notifyAll();
  }

  /** Nothing will be written any more. The first reason stays. */
  synchronized void fail(String why) {
    if (failure == null) {
      failure = why;
    }
    notifyAll();
  }

  /** No more is taken; what waits is still written. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean ended() {
    return ended;
  }

  synchronized boolean failed() {
    return failure != null;
  }

  /** Waits until all that has been taken so far is in the file; false if that fails or lasts. */
  synchronized boolean awaitWritten(Duration longest) {
    long goal = taken;
    if (written < goal) {
      hurried = true;
      notifyAll();
    }
    long deadline = System.nanoTime() + longest.toNanos();
    while (written < goal && failure == null) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return failure == null;
  }
}
