package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells events to the listener, on a thread of its own, and calls the watchers of the state. The
 * caller holds no lock of the rules.
 *
 * <p>A caller waits for the listener, so that what was not logged is not done, but only for a
 * moment: a listener that hangs holds up nobody. Events wait for it in a bounded queue; those that
 * find it full are dropped and counted.
 */
final class EventTeller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventTeller.class);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** Nothing moves meanwhile, and a stop does not wait for it. */
  private static final Duration LOG_PATIENCE = Duration.ofSeconds(1);

  private static final int MOST_WAITING = 1024;

  private final SafetyListener listener;
  private final DecisionLog log;
  private final Consumer<String> trip;
  private final BlockingQueue<Untold> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private boolean listenerFailed;
  private volatile boolean behind;
  private volatile boolean open = true;

  private record Untold(@Nullable SafetyEvent event, CountDownLatch told) {}

  /**
   * Starts the thread.
   *
   * @param log takes every event at once, by the thread of whoever decided
   * @param trip told the reason if the log fails, and once if the listener begins to
   */
  EventTeller(SafetyListener listener, DecisionLog log, Consumer<String> trip) {
    this.listener = listener;
    this.log = log;
    this.trip = trip;
    this.thread = new Thread(this::run, "safety-events");
    thread.setDaemon(true);
    thread.start();
  }

  void add(Runnable watcher) {
    watchers.add(watcher);
  }

  void remove(Runnable watcher) {
    watchers.remove(watcher);
  }

  /** How many events the listener missed because it did not return. */
  long dropped() {
    return dropped.get();
  }

  /**
   * Tells what happened, and waits a moment until the listener has heard it; not for what was let
   * through alone, which waits for the log where there is one.
   */
  void tell(List<SafetyEvent> events) {
    CountDownLatch told = post(events);
    if (behind || !open || Thread.currentThread() == thread || logWillDo(events)) {
      return;
    }
    try {
      if (!told.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        behind = true;
        LOG.warn("the listener to safety events does not return; nobody waits for it any more");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean logWillDo(List<SafetyEvent> events) {
    return log != DecisionLog.NONE
        && events.stream().allMatch(event -> event.kind() == SafetyEvent.Kind.ALLOWED);
  }

  /** Tells what happened without waiting; the latch opens once the listener has heard it. */
  CountDownLatch post(List<SafetyEvent> events) {
    CountDownLatch told = new CountDownLatch(events.size());
    logged(events);
    for (SafetyEvent event : events) {
      if (!open || !queue.offer(new Untold(event, told))) {
        dropped.incrementAndGet();
        told.countDown();
      }
    }
    if (!events.isEmpty()) {
      watchers.forEach(this::call);
    }
    return told;
  }

  /** A log that does not take a decision trips; a trip itself, or the end, cannot do more. */
  private void logged(List<SafetyEvent> events) {
    for (SafetyEvent event : events) {
      if (!log.take(event)
          && event.state() != SafetyState.TRIPPED
          && event.state() != SafetyState.DISCONNECTED) {
        trip.accept("the audit log does not take what is decided");
      }
    }
  }

  /** Waits until what has been told is written; trips if it is not. */
  void awaitWritten() {
    if (!log.awaitWritten(LOG_PATIENCE)) {
      trip.accept("the audit log was not written in time");
    }
  }

  private void run() {
    try {
      while (open || !queue.isEmpty()) {
        Untold next = queue.take();
        if (next.event() != null) {
          hear(next.event());
        }
        next.told().countDown();
        if (behind && queue.isEmpty()) {
          behind = false;
          LOG.warn("the listener to safety events is back; it missed {} so far", dropped);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(SafetyEvent event) {
    try {
      listener.happened(event);
      listenerFailed = false;
    } catch (RuntimeException | Error failure) {
      LOG.error("the listener to safety events failed", failure);
      if (!listenerFailed) {
        listenerFailed = true;
        trip.accept("the safety log failed: " + failure);
      }
    }
  }

  private void call(Runnable watcher) {
    try {
      watcher.run();
    } catch (RuntimeException failure) {
      LOG.warn("a watcher of the state failed and is forgotten", failure);
      watchers.remove(watcher);
    }
  }

  /** Tells what is left, if the listener takes it at once. */
  @Override
  public void close() {
    CountDownLatch told = new CountDownLatch(1);
    open = false;
    boolean asked = queue.offer(new Untold(null, told));
    if (!asked || behind) {
      return;
    }
    try {
      if (!told.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("the listener to safety events did not hear the last ones in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
