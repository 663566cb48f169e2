package org.tipwright.bridge.watchdog;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and says what happens, on a thread of its own: neither a full disk nor a paused terminal
 * holds the watchdog up. What finds the queue full is not told.
 */
final class EventWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final int MOST_WAITING = 1024;
  private static final long LAST_MILLIS = 500;

  private record Untold(Instant when, WatchdogEvent event) {}

  private final WatchdogFolder folder;
  private final Consumer<WatchdogEvent> listener;
  private final BlockingQueue<Untold> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private final Supplier<Optional<Latch>> latch;
  private Optional<Latch> kept;
  private volatile boolean open = true;

  /**
   * Starts the thread.
   *
   * @param left the latch that stands in the folder
   * @param latch as it is at the moment
   * @param listener says it on the terminal
   */
  EventWriter(
      WatchdogFolder folder,
      Optional<Latch> left,
      Supplier<Optional<Latch>> latch,
      Consumer<WatchdogEvent> listener) {
    this.folder = folder;
    this.listener = listener;
    this.latch = latch;
    this.kept = left;
    this.thread = new Thread(this::run, "watchdog-events");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes what happened, without waiting. */
  void take(List<WatchdogEvent> events) {
    Instant now = Instant.now();
    for (WatchdogEvent event : events) {
      if (!queue.offer(new Untold(now, event))) {
        LOG.warn("the log of the watchdog is behind; it misses: {}", event.text());
      }
    }
  }

  private void run() {
    try {
      while (open || !queue.isEmpty()) {
        Untold next = queue.poll(LAST_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Untold next) {
    try {
      Optional<Latch> now = latch.get();
      if (!now.equals(kept)) {
        folder.keep(now);
        kept = now;
      }
      folder.write(next.when(), next.event());
    } catch (IOException | RuntimeException failed) {
      LOG.error("the watchdog's folder cannot be written: {}", failed.toString());
    }
    try {
      listener.accept(next.event());
    } catch (RuntimeException failed) {
      LOG.error("an event could not be told", failed);
    }
  }

  /** Writes what is left, for a moment at most. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join(2 * LAST_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
