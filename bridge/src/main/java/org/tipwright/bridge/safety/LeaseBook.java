package org.tipwright.bridge.safety;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who holds the lease, until when, and the last number that was seen from the holder. */
final class LeaseBook {

  private final Duration length;
  private final StateLog log;
  private @Nullable Lease lease;
  private long until;
  private long lastSequence;
  private String whyNone = "";

  LeaseBook(Duration length, StateLog log) {
    this.length = length;
    this.log = log;
  }

  void acquire(String id, String holder, boolean dryRun, long now) throws Refusal {
    String called = "AcquireLease for '" + holder + "'";
    if (log.closed()) {
      throw log.refuse(Refusal.Kind.STATE, called, log.whyForbidden(), now);
    }
    if (lease != null) {
      throw log.refuse(
          Refusal.Kind.LEASE,
          called,
          "'" + lease.holder() + "' holds the lease; one client at a time may command",
          now);
    }
    if (dryRun && log.state() == SafetyState.ARMED) {
      throw log.refuse(
          Refusal.Kind.STATE,
          called,
          "the bridge is armed and a dry run must not be; disarm it first",
          now);
    }
    lease = new Lease(id, holder, dryRun);
    until = now + length.toNanos();
    lastSequence = 0;
    if (dryRun) {
      log.enter(SafetyState.DRY_RUN);
    }
    log.event(
        SafetyEvent.Kind.LEASE,
        "lease given to '" + holder + "'" + (dryRun ? ", dry run" : ""),
        now);
  }

  void renew(String id, long now) throws Refusal {
    require(id, "Heartbeat", now);
    until = now + length.toNanos();
  }

  void release(String id, long now) throws Refusal {
    require(id, "ReleaseLease", now);
    end("was given back", now);
  }

  /** Gives it back and leaves the arming to the next one. */
  void leave(String id, long now) throws Refusal {
    Lease left = require(id, "ReleaseLease", now);
    lease = null;
    whyNone = "the lease of '" + left.holder() + "' was given back";
    log.event(SafetyEvent.Kind.LEASE, whyNone + "; the arming stays", now);
  }

  /** Ends the lease, if anybody holds it, and with it a dry run or the arming. */
  void end(String how, long now) {
    Lease ended = lease;
    if (ended == null) {
      return;
    }
    lease = null;
    whyNone = "the lease of '" + ended.holder() + "' " + how;
    boolean disarmed = log.state() == SafetyState.ARMED;
    if (disarmed || log.state() == SafetyState.DRY_RUN) {
      log.enter(SafetyState.READ_ONLY);
    }
    log.event(
        SafetyEvent.Kind.LEASE, whyNone + (disarmed ? "; the arming ended with it" : ""), now);
  }

  /** The lease, if this is the secret of its holder. */
  Lease require(String id, String called, long now) throws Refusal {
    Lease present = lease;
    if (present != null && present.id().equals(id)) {
      return present;
    }
    String why =
        present != null
            ? "'" + present.holder() + "' holds the lease; one client at a time may command"
            : whyNone.isEmpty()
                ? "nobody holds a lease; acquire one first"
                : whyNone + "; acquire a new one";
    throw log.refuse(Refusal.Kind.LEASE, called, why, now);
  }

  /** Takes note of a command's number, which must be above the last one. */
  void see(long sequence, String called, long now) throws Refusal {
    if (sequence <= lastSequence) {
      throw log.refuse(
          Refusal.Kind.SEQUENCE,
          called,
          "number " + lastSequence + " was seen already; read the state and number upwards from it",
          now);
    }
    lastSequence = sequence;
  }

  /** Whether there is a lease that has run out. */
  boolean overdue(long now) {
    return lease != null && now - until > 0;
  }

  /** For how many seconds no heartbeat has come. */
  double silentSeconds(long now) {
    return (now - until + length.toNanos()) / 1e9;
  }

  /** Who holds the lease; empty if nobody does. */
  String holder() {
    return lease == null ? "" : lease.holder();
  }

  long lastSequence() {
    return lastSequence;
  }
}
