package org.tipwright.bridge.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the supervisor as a state machine: who may command, in which state, for how long. No
 * threads, no clock, no instrument: every call is told the time, and the caller holds a lock.
 *
 * <p>{@code engaged} is kept pessimistic: set before an approach is begun, cleared only by a
 * confirmed withdrawal with no command under way.
 */
final class SafetyMachine {

  private static final long SECOND = 1_000_000_000L;
  private static final long NO_PROOF = -1;

  private final LimitProfile profile;
  private final List<SafetyEvent> events = new ArrayList<>();
  private long eventNumber;

  private SafetyState state = SafetyState.READ_ONLY;
  private String tripReason = "";
  private long armedUntil;
  private @Nullable Lease lease;
  private long leaseUntil;
  private long lastSequence;
  private String whyNoLease = "";
  private boolean engaged;
  private long engagedSince;
  private boolean withdrawWanted;
  private @Nullable Command underWay;
  private long generation;
  private long underWaySince;
  private long windowStart;
  private int windowCount;
  private long lastWatched;
  private boolean failureTold;
  private long lastFailureTold;

  SafetyMachine(LimitProfile profile, long now) {
    this.profile = profile;
    this.lastWatched = now;
    this.windowStart = now;
  }

  // Leases.

  void acquire(String id, String holder, boolean dryRun, long now) throws Refusal {
    expire(now);
    String called = "AcquireLease for '" + holder + "'";
    if (state == SafetyState.TRIPPED || state == SafetyState.DISCONNECTED) {
      throw refuse(Refusal.Kind.STATE, called, whyStateForbids(), now);
    }
    if (lease != null) {
      throw refuse(
          Refusal.Kind.LEASE,
          called,
          "'" + lease.holder() + "' holds the lease; one client at a time may command",
          now);
    }
    if (dryRun && state == SafetyState.ARMED) {
      throw refuse(
          Refusal.Kind.STATE,
          called,
          "the bridge is armed and a dry run must not be; disarm it first",
          now);
    }
    lease = new Lease(id, holder, dryRun);
    leaseUntil = now + profile.lease().toNanos();
    lastSequence = 0;
    if (dryRun) {
      state = SafetyState.DRY_RUN;
    }
    event(
        SafetyEvent.Kind.LEASE,
        "lease given to '" + holder + "'" + (dryRun ? ", dry run" : ""),
        now);
  }

  void renew(String id, long now) throws Refusal {
    expire(now);
    holder(id, "Heartbeat", now);
    leaseUntil = now + profile.lease().toNanos();
  }

  void release(String id, long now) throws Refusal {
    expire(now);
    endLease("was given back", holder(id, "ReleaseLease", now), now);
    withdrawWanted = engaged;
  }

  private void endLease(String how, Lease ended, long now) {
    lease = null;
    whyNoLease = "the lease of '" + ended.holder() + "' " + how;
    if (state == SafetyState.DRY_RUN) {
      state = SafetyState.READ_ONLY;
    }
    event(SafetyEvent.Kind.LEASE, whyNoLease, now);
  }

  private Lease holder(String id, String called, long now) throws Refusal {
    Lease present = lease;
    if (present != null && present.id().equals(id)) {
      return present;
    }
    String why =
        present != null
            ? "'" + present.holder() + "' holds the lease; one client at a time may command"
            : whyNoLease.isEmpty()
                ? "nobody holds a lease; acquire one first"
                : whyNoLease + "; acquire a new one";
    throw refuse(Refusal.Kind.LEASE, called, why, now);
  }

  // The operator.

  void arm(String operator, double seconds, long now) throws Refusal {
    expire(now);
    String called = "Arm by '" + operator + "'";
    if (state != SafetyState.READ_ONLY && state != SafetyState.ARMED) {
      throw refuse(Refusal.Kind.STATE, called, whyStateForbids(), now);
    }
    if (engaged && state != SafetyState.ARMED) {
      throw refuse(Refusal.Kind.STATE, called, "the tip is not known to be withdrawn", now);
    }
    if (!(seconds > 0)) {
      throw refuse(Refusal.Kind.MALFORMED, called, "the time must be above 0 s", now);
    }
    if (!profile.armingMinutes().allows(seconds / 60)) {
      throw refuse(
          Refusal.Kind.LIMIT,
          called,
          LimitCheck.beyond("time", seconds / 60, "min", profile.armingMinutes(), ""),
          now);
    }
    armedUntil = now + (long) (seconds * SECOND);
    state = SafetyState.ARMED;
    event(
        SafetyEvent.Kind.STATE,
        String.format(Locale.ROOT, "armed by '%s' for %.0f s", operator, seconds),
        now);
  }

  void disarm(String operator, long now) {
    expire(now);
    if (state == SafetyState.ARMED) {
      state = SafetyState.READ_ONLY;
      event(SafetyEvent.Kind.STATE, "disarmed by '" + operator + "'", now);
    }
  }

  void reset(String operator, long now) throws Refusal {
    String called = "Reset by '" + operator + "'";
    if (state != SafetyState.TRIPPED) {
      throw refuse(Refusal.Kind.STATE, called, "the bridge is " + state + ", not TRIPPED", now);
    }
    if (engaged) {
      throw refuse(
          Refusal.Kind.STATE,
          called,
          "the tip is not known to be withdrawn yet; withdrawing is being tried again",
          now);
    }
    state = SafetyState.READ_ONLY;
    event(SafetyEvent.Kind.STATE, "reset by '" + operator + "' after: " + tripReason, now);
    tripReason = "";
  }

  // Commands.

  /** Whether it is worth waiting in turn: right state and holder, nothing else looked at yet. */
  void knock(Command command, Ticket ticket, long now) throws Refusal {
    String called = command.called(ticket.sequence());
    expire(now);
    if (state == SafetyState.TRIPPED || state == SafetyState.DISCONNECTED) {
      throw refuse(Refusal.Kind.STATE, called, whyStateForbids(), now);
    }
    holder(ticket.leaseId(), called, now);
  }

  /** Lets a command in, or not. Its number counts as seen in any case. */
  Lease admit(Command command, Ticket ticket, long now) throws Refusal {
    String called = command.called(ticket.sequence());
    knock(command, ticket, now);
    Lease holder = holder(ticket.leaseId(), called, now);
    if (ticket.sequence() <= lastSequence) {
      throw refuse(
          Refusal.Kind.SEQUENCE,
          called,
          "number " + lastSequence + " was seen already; read the state and number upwards from it",
          now);
    }
    lastSequence = ticket.sequence();
    if (state == SafetyState.READ_ONLY) {
      throw refuse(Refusal.Kind.STATE, called, whyStateForbids(), now);
    }
    if (holder.dryRun() != (state == SafetyState.DRY_RUN)) {
      throw refuse(
          Refusal.Kind.STATE, called, "a dry run and an armed bridge do not go together", now);
    }
    if (now - windowStart >= SECOND) {
      windowStart = now;
      windowCount = 0;
    }
    windowCount++;
    if (command != Command.WITHDRAW && !profile.commandsPerSecond().allows(windowCount)) {
      throw refuse(
          Refusal.Kind.RATE,
          called,
          LimitCheck.beyond("rate", windowCount, "per s", profile.commandsPerSecond(), ""),
          now);
    }
    return holder;
  }

  /** The last look before the instrument is told: nothing may have changed since admission. */
  void begin(Command command, Ticket ticket, long now) throws Refusal {
    String called = command.called(ticket.sequence());
    expire(now);
    if (state != SafetyState.ARMED) {
      throw refuse(Refusal.Kind.STATE, called, whyStateForbids(), now);
    }
    holder(ticket.leaseId(), called, now);
    if (withdrawWanted && command != Command.WITHDRAW) {
      throw refuse(Refusal.Kind.STATE, called, "the tip is being withdrawn", now);
    }
    generation++;
    underWay = command;
    underWaySince = now;
    if (command == Command.APPROACH) {
      engaged = true;
      engagedSince = now;
    }
  }

  /** The instrument has answered, or thrown. */
  void finished() {
    underWay = null;
  }

  /** Notes what was let through. */
  void allowed(String text, long now) {
    event(SafetyEvent.Kind.ALLOWED, text, now);
  }

  Refusal refuse(Refusal.Kind kind, String called, String why, long now) {
    String text = "refused " + called + ": " + why + "; nothing was moved";
    event(SafetyEvent.Kind.REFUSED, text, now);
    return new Refusal(kind, text);
  }

  // Faults and time.

  /** Latches TRIPPED and revokes the lease. A second trip keeps the first reason. */
  void trip(String reason, long now) {
    if (state == SafetyState.DISCONNECTED) {
      return;
    }
    if (state != SafetyState.TRIPPED) {
      tripReason = reason;
      state = SafetyState.TRIPPED;
    }
    Lease present = lease;
    if (present != null) {
      endLease("was revoked by a trip (" + tripReason + ")", present, now);
    }
    event(SafetyEvent.Kind.TRIPPED, reason, now);
  }

  /**
   * What time alone does: leases and arming end, a command takes too long, contact lasts too long.
   */
  void expire(long now) {
    Lease present = lease;
    if (present != null && now - leaseUntil > 0) {
      if (engaged && state == SafetyState.ARMED) {
        trip(
            String.format(
                Locale.ROOT,
                "no heartbeat of '%s' for %.2f s with the tip in contact",
                present.holder(),
                (now - leaseUntil + profile.lease().toNanos()) / 1e9),
            now);
      } else {
        endLease("expired", present, now);
      }
    }
    if (state == SafetyState.ARMED && now - armedUntil > 0) {
      state = SafetyState.READ_ONLY;
      event(SafetyEvent.Kind.STATE, "the arming expired", now);
    }
    Command command = underWay;
    if (command != null
        && state != SafetyState.TRIPPED
        && now - underWaySince > profile.command().toNanos()) {
      trip("the instrument did not finish " + command + " in time", now);
    }
    if (state == SafetyState.ARMED
        && engaged
        && !withdrawWanted
        && !profile.lift().contactSeconds().allows((now - engagedSince) / 1e9)) {
      withdrawWanted = true;
      event(
          SafetyEvent.Kind.STATE,
          LimitCheck.beyond(
              "time in contact",
              (now - engagedSince) / 1e9,
              "s",
              profile.lift().contactSeconds(),
              "lift"),
          now);
    }
  }

  /** The watching thread was here. */
  void watched(long now) {
    lastWatched = now;
    expire(now);
  }

  /** How long the watching thread has been away, if that is longer than a lease. */
  Optional<String> unwatched(long now) {
    return now - lastWatched <= profile.lease().toNanos()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the supervisor's own watch has not run for %.2f s",
                (now - lastWatched) / 1e9));
  }

  /** Whether the tip has to be brought up, whatever anybody commands. */
  boolean mustWithdraw() {
    return engaged && (state != SafetyState.ARMED || withdrawWanted);
  }

  /**
   * A withdrawal begins. The token goes to {@link #withdrawn}: a withdrawal that began while
   * another command was under way proves nothing, for that command may engage the tip after it.
   */
  long beginWithdrawal() {
    return underWay == null || underWay == Command.WITHDRAW ? generation : NO_PROOF;
  }

  /** A withdrawal was confirmed. */
  void withdrawn(long token, long now) {
    if (token != generation) {
      return;
    }
    if (engaged) {
      event(SafetyEvent.Kind.WITHDRAWN, "the tip is withdrawn", now);
    }
    engaged = false;
    withdrawWanted = false;
  }

  /** A withdrawal was not confirmed; said at most once a second. */
  void withdrawalFailed(String why, long now) {
    if (!failureTold || now - lastFailureTold >= SECOND) {
      failureTold = true;
      lastFailureTold = now;
      event(
          SafetyEvent.Kind.WITHDRAWAL_FAILED, "withdrawing failed and is tried again: " + why, now);
    }
  }

  /** The end: nothing is allowed any more. */
  void disconnect(long now) {
    Lease present = lease;
    if (present != null) {
      endLease("ended with the bridge", present, now);
    }
    if (state != SafetyState.DISCONNECTED) {
      state = SafetyState.DISCONNECTED;
      event(SafetyEvent.Kind.STATE, "disconnected", now);
    }
  }

  private String whyStateForbids() {
    return switch (state) {
      case DISCONNECTED -> "no instrument is connected";
      case READ_ONLY -> "the bridge is not armed; an operator must arm it";
      case DRY_RUN -> "a dry run is going on; nothing is moved until its lease ends";
      case ARMED -> "the bridge is armed";
      case TRIPPED -> "the bridge is tripped (" + tripReason + "); an operator must reset it";
    };
  }

  private void event(SafetyEvent.Kind kind, String text, long now) {
    eventNumber++;
    events.add(new SafetyEvent(eventNumber, now, kind, state, text));
  }

  List<SafetyEvent> drainEvents() {
    if (events.isEmpty()) {
      return List.of();
    }
    List<SafetyEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }

  SafetyState state() {
    return state;
  }

  boolean engaged() {
    return engaged;
  }

  String tripReason() {
    return tripReason;
  }

  String leaseHolder() {
    return lease == null ? "" : lease.holder();
  }

  long lastSequence() {
    return lastSequence;
  }

  double armedForSeconds(long now) {
    return state == SafetyState.ARMED ? Math.max(0, (armedUntil - now) / 1e9) : 0;
  }
}
