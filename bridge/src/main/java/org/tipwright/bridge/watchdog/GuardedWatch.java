package org.tipwright.bridge.watchdog;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.Retreat;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.v1.SupervisorBeat;
import org.tipwright.bridge.v1.WatchdogReport;

/**
 * The rules behind their lock, and the two threads around them: one makes time pass and reports to
 * the supervisor, the other is the hand at the instrument. So a line that hangs does not keep the
 * rules from noticing, and rounds that no longer come are noticed by the supervisor.
 *
 * <p>The lock is the monitor of {@code rules}. It is taken in this class only, and never held
 * during a call to the instrument, the network or the writer.
 */
final class GuardedWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedWatch.class);
  private static final Duration ROUND = Duration.ofMillis(25);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration LOOK_WHILE_RISING = Duration.ofMillis(20);
  private static final Duration BREATH = Duration.ofMillis(50);

  private final WatchdogRules rules;
  private final Retreat retreat;
  private final MonotonicClock clock;
  private final long start;
  private final EventWriter writer;
  private final Thread round;
  private final Thread hand;
  private volatile boolean open = true;

  // Behind the lock.
  private long session;
  private WatchdogService.@Nullable Reports reports;

  /**
   * Starts watching.
   *
   * @param folder of the log, and of a latch that an earlier process left behind
   * @param listener hears of every event, on a thread of its own
   * @throws IOException if what was left behind cannot be looked for
   */
  GuardedWatch(
      Retreat retreat,
      WatchdogFolder folder,
      MonotonicClock clock,
      Consumer<WatchdogEvent> listener)
      throws IOException {
    Optional<Latch> left = folder.left();
    this.retreat = retreat;
    this.clock = clock;
    this.start = clock.nanos();
    this.rules = new WatchdogRules(left, now());
    this.writer = new EventWriter(folder, left, this::latched, listener);
    this.round = thread(this::rounds, "watchdog-round");
    this.hand = thread(this::work, "watchdog-hand");
    round.start();
    hand.start();
  }

  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    return thread;
  }

  private long now() {
    return clock.nanos() - start + 1;
  }

  // The supervisor.

  long open(String name, Duration lease, WatchdogService.Reports to) throws Refusal {
    List<WatchdogEvent> events = List.of();
    try {
      synchronized (rules) {
        try {
          session = rules.open(name, lease, now());
          reports = to;
          return session;
        } finally {
          events = rules.drain();
        }
      }
    } finally {
      writer.take(events);
    }
  }

  void heard(long id, SupervisorBeat beat) {
    note(r -> r.heard(id, beat, now()));
  }

  void ended(long id, String how) {
    note(r -> r.ended(id, how, now()));
  }

  private void note(Consumer<WatchdogRules> change) {
    List<WatchdogEvent> events;
    long due;
    synchronized (rules) {
      change.accept(rules);
      events = rules.drain();
      due = rules.due();
    }
    if (due != 0) {
      LockSupport.unpark(hand);
    }
    writer.take(events);
  }

  // Time.

  private void rounds() {
    while (open) {
      try {
        round();
      } catch (RuntimeException | Error failure) {
        LOG.error("a round of the watchdog failed", failure);
      }
      LockSupport.parkNanos(ROUND.toNanos());
    }
  }

  private void round() {
    note(r -> r.tick(now()));
    WatchdogService.Reports to;
    Optional<WatchdogReport> report;
    synchronized (rules) {
      to = reports;
      report = rules.report(session, now());
      if (report.isEmpty()) {
        reports = null;
      }
    }
    if (to == null) {
      return;
    }
    if (report.isPresent()) {
      to.send(report.get());
    } else {
      to.end(Status.ABORTED.withDescription("the watchdog has given this supervisor up"));
    }
  }

  // The instrument.

  private void work() {
    while (open) {
      try {
        long due = due();
        if (due != 0) {
          bringUp(due);
        } else {
          look(0);
          LockSupport.parkNanos(LOOK.toNanos());
        }
      } catch (InstrumentException failed) {
        failed(String.valueOf(failed.getMessage()));
      } catch (RuntimeException | Error failure) {
        LOG.error("the watchdog failed at the instrument", failure);
        failed(failure.toString());
      }
    }
  }

  private long due() {
    synchronized (rules) {
      return rules.due();
    }
  }

  private Optional<Latch> latched() {
    synchronized (rules) {
      return rules.latched();
    }
  }

  private void bringUp(long due) throws InstrumentException {
    retreat.order();
    note(r -> r.ordered(now()));
    long deadline = System.nanoTime() + retreat.longest().toNanos();
    while (open && due() == due) {
      look(due);
      if (System.nanoTime() - deadline > 0) {
        note(
            r ->
                r.withdrawalFailed(
                    "z at its upper end with no current at a bias was not seen within "
                        + retreat.longest().toMillis()
                        + " ms",
                    now()));
        return;
      }
      LockSupport.parkNanos(LOOK_WHILE_RISING.toNanos());
    }
  }

  private void look(long due) throws InstrumentException {
    boolean up = retreat.withdrawn();
    note(r -> r.looked(due, up, now()));
  }

  private void failed(String why) {
    note(
        r -> {
          r.lineFailed(why);
          if (r.due() != 0) {
            r.withdrawalFailed(why, now());
          }
        });
    LockSupport.parkNanos(BREATH.toNanos());
  }

  /** Ends both threads; a supervisor that is still connected finds its stream ended. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(round);
    LockSupport.unpark(hand);
    writer.close();
  }
}
