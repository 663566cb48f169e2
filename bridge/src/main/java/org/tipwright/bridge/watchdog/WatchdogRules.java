package org.tipwright.bridge.watchdog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.v1.SupervisorBeat;
import org.tipwright.bridge.v1.WatchdogReport;

/**
 * When the watchdog withdraws the tip, and when it may be armed again: a state machine without
 * threads, clock, sockets or instrument. Every call is told the time, in ns above 0 of a clock that
 * only goes forward; the caller holds a lock.
 */
final class WatchdogRules {

  /** A supervisor may not ask for more patience than this. */
  static final Duration LONGEST_LEASE = Duration.ofSeconds(10);

  /** For so long a tip that was withdrawn must stay up, whatever a supervisor still commands. */
  static final Duration HOLD = Duration.ofSeconds(5);

  private static final long SECOND = 1_000_000_000L;

  private final List<WatchdogEvent> events = new ArrayList<>();
  private @Nullable Session session;
  private long sessions;
  private @Nullable Latch latch;
  private long latches;
  private long latchedAt;
  private long orders;
  private boolean ordered;
  private long upSince;
  private long failureToldAt;
  private long lineAnsweredAt;
  private String lineTrouble = "";
  private boolean lineDead;

  /**
   * Rules for a watchdog that has just reached the instrument.
   *
   * @param left a latch that an earlier process left behind
   */
  WatchdogRules(Optional<Latch> left, long now) {
    this.latch = left.orElse(null);
    this.latches = left.map(Latch::id).orElse(0L);
    this.lineAnsweredAt = now;
    this.upSince = now - HOLD.toNanos();
    left.ifPresent(
        l -> {
          latchedAt = now;
          orders = 1;
          tell(WatchdogEvent.Kind.LATCHED, "still latched from before: " + l.reason());
        });
  }

  // The supervisor.

  /**
   * A supervisor comes.
   *
   * @return the number of its session
   */
  long open(String name, Duration lease, long now) throws Refusal {
    Session present = session;
    if (present != null) {
      String why = "'" + present.name() + "' is being watched; one supervisor at a time";
      tell(WatchdogEvent.Kind.SUPERVISOR, "turned '" + name + "' away: " + why);
      throw new Refusal(Refusal.Kind.STATE, "refused Guard: " + why);
    }
    if (lease.isNegative() || lease.isZero() || lease.compareTo(LONGEST_LEASE) > 0) {
      throw new Refusal(
          Refusal.Kind.LIMIT,
          String.format(
              Locale.ROOT,
              "refused Guard: a lease of %.3f s is not above 0 and at most %d s",
              lease.toNanos() / 1e9,
              LONGEST_LEASE.toSeconds()));
    }
    sessions++;
    session = new Session(sessions, name, lease, now);
    tell(WatchdogEvent.Kind.SUPERVISOR, "'" + name + "' is connected");
    return sessions;
  }

  /** A heartbeat. One of a session that is over counts for nothing. */
  void heard(long id, SupervisorBeat beat, long now) {
    Session present = session;
    if (present == null || present.id() != id) {
      return;
    }
    boolean watchedBefore = present.watched();
    Optional<String> wrong = present.hear(beat);
    if (wrong.isPresent()) {
      over(present, wrong.get(), now);
      return;
    }
    if (present.watched() != watchedBefore) {
      tell(
          WatchdogEvent.Kind.WATCH,
          present.watched()
              ? "watching: " + present.stake()
              : "not watching any more: nothing is armed and the tip is up");
    }
    if (present.begins(beat)) {
      latch("'" + present.name() + "' asks for it: " + beat.getWithdrawNow(), now);
    }
    reset(beat.getResetLatch(), beat.getResetBy());
  }

  /** The connection of a session has come to an end. */
  void ended(long id, String how, long now) {
    Session present = session;
    if (present != null && present.id() == id) {
      over(present, how, now);
    }
  }

  private void over(Session present, String how, long now) {
    session = null;
    if (present.watched()) {
      latch("'" + present.name() + "' is lost while " + present.stake() + ": " + how, now);
    } else {
      tell(
          WatchdogEvent.Kind.SUPERVISOR,
          "'" + present.name() + "' is gone, with nothing armed: " + how);
    }
  }

  /** Whether a session goes on. */
  boolean lives(long id) {
    Session present = session;
    return present != null && present.id() == id;
  }

  /** What the supervisor is told now. */
  Optional<WatchdogReport> report(long id, long now) {
    Session present = session;
    if (present == null || present.id() != id) {
      return Optional.empty();
    }
    present.reported(now);
    WatchdogReport.Builder report =
        WatchdogReport.newBuilder()
            .setStamp(now)
            .setHeardStamp(present.heardStamp())
            .setWatching(present.watched())
            .setLineTrouble(lineDead ? lineTrouble : "");
    Latch latched = latch;
    if (latched != null) {
      report
          .setLatch(latched.id())
          .setLatchReason(latched.reason())
          .setWithdrawn(latched.withdrawn());
    }
    return Optional.of(report.build());
  }

  // Time.

  /** What time alone does. */
  void tick(long now) {
    Session present = session;
    if (present != null && present.silent(now)) {
      over(
          present,
          String.format(Locale.ROOT, "no heartbeat for %.2f s", present.silentSeconds(now)),
          now);
    }
    boolean dead = now - lineAnsweredAt > (present == null ? SECOND : present.lease());
    if (dead && !lineDead) {
      tell(
          WatchdogEvent.Kind.LINE,
          "the watchdog cannot reach the instrument, and nothing is to be armed: " + lineTrouble);
    }
    lineDead = dead;
  }

  // The tip.

  private void latch(String reason, long now) {
    Latch present = latch;
    if (present == null) {
      latches++;
      latch = new Latch(latches, reason, false);
    } else {
      latch = present.seenWithdrawn(false);
    }
    latchedAt = now;
    mustOrder();
    tell(WatchdogEvent.Kind.LATCHED, "withdrawing the tip: " + reason);
  }

  private void mustOrder() {
    orders++;
    ordered = false;
  }

  /**
   * Which withdrawal is due; 0 if none. The number goes to {@link #looked}: a look that began
   * before it was due proves nothing.
   */
  long due() {
    Latch present = latch;
    return present == null || present.withdrawn() ? 0 : orders;
  }

  /** The instrument has answered an order to withdraw. */
  void ordered(long now) {
    lineAnswered(now);
    if (due() != 0 && !ordered) {
      ordered = true;
      tell(
          WatchdogEvent.Kind.ORDERED,
          String.format(
              Locale.ROOT, "the withdrawal was ordered within %.1f ms", (now - latchedAt) / 1e6));
    }
  }

  /**
   * The instrument was looked at.
   *
   * @param order which withdrawal was due before; 0 if none
   * @param up whether the tip is at the end of its range with no current
   */
  void looked(long order, boolean up, long now) {
    lineAnswered(now);
    Latch present = latch;
    if (present == null) {
      return;
    }
    if (up && order != 0 && order == due()) {
      latch = present.seenWithdrawn(true);
      upSince = now;
      tell(
          WatchdogEvent.Kind.WITHDRAWN,
          String.format(
              Locale.ROOT,
              "the tip is withdrawn, %.2f s after the alarm; an operator must reset",
              (now - latchedAt) / 1e9));
    } else if (!up && present.withdrawn() && now - upSince < HOLD.toNanos()) {
      latch = present.seenWithdrawn(false);
      mustOrder();
      tell(WatchdogEvent.Kind.LATCHED, "the tip did not stay up: withdrawing it again");
    }
  }

  /** A withdrawal was not confirmed in time; said at most once a second. */
  void withdrawalFailed(String why, long now) {
    if (failureToldAt == 0 || now - failureToldAt >= SECOND) {
      failureToldAt = now;
      tell(
          WatchdogEvent.Kind.WITHDRAWAL_FAILED,
          "the tip is not known to be withdrawn, and it is tried again: " + why);
    }
  }

  /** The instrument did not answer. */
  void lineFailed(String why) {
    lineTrouble = why;
  }

  private void lineAnswered(long now) {
    lineAnsweredAt = now;
    if (lineDead) {
      lineDead = false;
      tell(WatchdogEvent.Kind.LINE, "the watchdog reaches the instrument again");
    }
  }

  private void reset(long id, String by) {
    Latch present = latch;
    if (present != null && present.id() == id && present.withdrawn()) {
      latch = null;
      tell(WatchdogEvent.Kind.RESET, "reset by '" + by + "' after: " + present.reason());
    }
  }

  // What is so.

  Optional<Latch> latched() {
    return Optional.ofNullable(latch);
  }

  private void tell(WatchdogEvent.Kind kind, String text) {
    events.add(new WatchdogEvent(kind, text));
  }

  /** The events since the last call, oldest first. */
  List<WatchdogEvent> drain() {
    List<WatchdogEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
