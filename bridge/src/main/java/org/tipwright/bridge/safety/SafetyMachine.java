package org.tipwright.bridge.safety;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of the supervisor as a state machine: who may command, in which state, for how long. No
 * threads, no clock, no instrument: every call is told the time, and the caller holds a lock. That
 * lock covers the parts as well, for nobody else has them.
 */
final class SafetyMachine {

  private static final long SECOND = 1_000_000_000L;

  private final LimitProfile profile;
  private final StateLog log = new StateLog();
  private final TipRecord tip = new TipRecord(log);
  private final LeaseBook leases;
  private final CommandRate rate;
  private Phase phase = Phase.LIFT;
  private long armedUntil;
  private long lastWatched;

  SafetyMachine(LimitProfile profile, long now) {
    this.profile = profile;
    this.leases = new LeaseBook(profile.lease(), log);
    this.rate = new CommandRate(profile.commandsPerSecond(), log, now);
    this.lastWatched = now;
  }

  // Leases.

  void acquire(String id, String holder, boolean dryRun, long now) throws Refusal {
    expire(now);
    leases.acquire(id, holder, dryRun, now);
  }

  void renew(String id, long now) throws Refusal {
    expire(now);
    leases.renew(id, now);
  }

  void release(String id, long now) throws Refusal {
    expire(now);
    leases.release(id, now);
  }

  /** The lease is given back, the tip stays where the feedback holds it, and so does the arming. */
  void leave(String id, long now) throws Refusal {
    expire(now);
    leases.leave(id, now);
  }

  // The operator.

  /**
   * Arms, or extends the arming.
   *
   * @param armedPhase what for; another one may follow while the tip is down
   * @param withdrawn whether the instrument says that the tip is up
   */
  void arm(String operator, Phase armedPhase, double seconds, boolean withdrawn, long now)
      throws Refusal {
    expire(now);
    String called = "Arm by '" + operator + "'";
    SafetyState state = log.state();
    if (state != SafetyState.READ_ONLY && state != SafetyState.ARMED) {
      throw refuse(Refusal.Kind.STATE, called, log.whyForbidden(), now);
    }
    boolean ofALift = state == SafetyState.ARMED && tip.engaged();
    if (!withdrawn && !ofALift) {
      throw refuse(
          Refusal.Kind.STATE, called, "the tip is not withdrawn; bring it up by hand first", now);
    }
    if (tip.engaged() && !ofALift) {
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
    if (phase != armedPhase) {
      phase = armedPhase;
      if (tip.engaged()) {
        tip.contactMade(true, now);
      }
    }
    log.enter(SafetyState.ARMED);
    log.event(
        SafetyEvent.Kind.STATE,
        String.format(
            Locale.ROOT, "armed by '%s' for %.0f s, phase %s", operator, seconds, phase.key()),
        now);
  }

  void disarm(String operator, long now) {
    expire(now);
    if (log.state() == SafetyState.ARMED) {
      log.enter(SafetyState.READ_ONLY);
      log.event(SafetyEvent.Kind.STATE, "disarmed by '" + operator + "'", now);
    }
  }

  void reset(String operator, long now) throws Refusal {
    String called = "Reset by '" + operator + "'";
    if (log.state() != SafetyState.TRIPPED) {
      throw refuse(
          Refusal.Kind.STATE, called, "the bridge is " + log.state() + ", not TRIPPED", now);
    }
    if (tip.engaged()) {
      throw refuse(
          Refusal.Kind.STATE,
          called,
          "the tip is not known to be withdrawn yet; withdrawing is being tried again",
          now);
    }
    log.enter(SafetyState.READ_ONLY);
    log.event(
        SafetyEvent.Kind.STATE, "reset by '" + operator + "' after: " + log.tripReason(), now);
    log.forgetTripReason();
  }

  /** The attempt under way, or the last one, counts for nothing. Nothing else follows. */
  void voidAttempt(String operator, String reason, long now) throws Refusal {
    if (tip.attempt() == 0) {
      throw refuse(
          Refusal.Kind.STATE, "Void by '" + operator + "'", "nothing was approached yet", now);
    }
    tip.voidAttempt();
    log.event(
        SafetyEvent.Kind.STATE,
        "attempt "
            + tip.attempt()
            + " voided by '"
            + operator
            + "'"
            + (reason.isEmpty() ? "" : ": " + reason),
        now);
  }

  // Commands.

  /** Whether it is worth waiting in turn: right state and holder, nothing else looked at yet. */
  void knock(Verb verb, Ticket ticket, long now) throws Refusal {
    String called = verb.called(ticket.sequence());
    expire(now);
    if (log.closed()) {
      throw refuse(Refusal.Kind.STATE, called, log.whyForbidden(), now);
    }
    leases.require(ticket.leaseId(), called, now);
  }

  /** Lets a command in, or not. Its number counts as seen in any case. */
  Lease admit(Verb verb, Ticket ticket, long now) throws Refusal {
    String called = verb.called(ticket.sequence());
    knock(verb, ticket, now);
    Lease holder = leases.require(ticket.leaseId(), called, now);
    leases.see(ticket.sequence(), called, now);
    if (log.state() == SafetyState.READ_ONLY) {
      throw refuse(Refusal.Kind.STATE, called, log.whyForbidden(), now);
    }
    if (holder.dryRun() != (log.state() == SafetyState.DRY_RUN)) {
      throw refuse(
          Refusal.Kind.STATE, called, "a dry run and an armed bridge do not go together", now);
    }
    if (!holder.dryRun()) {
      requirePhase(verb, called, now);
    }
    rate.count(verb.command(), called, now);
    return holder;
  }

  /** The way up is open in every phase. */
  private void requirePhase(Verb verb, String called, long now) throws Refusal {
    if (verb.phase() != phase && verb.command() != Command.WITHDRAW) {
      throw refuse(
          Refusal.Kind.STATE,
          called,
          "the bridge is armed for phase "
              + phase.key()
              + " and this needs "
              + verb.phase().key()
              + "; an operator must arm for that",
          now);
    }
  }

  /** The last look before the instrument is told: nothing may have changed since admission. */
  void begin(Verb verb, Ticket ticket, long now) throws Refusal {
    String called = verb.called(ticket.sequence());
    expire(now);
    if (log.state() != SafetyState.ARMED) {
      throw refuse(Refusal.Kind.STATE, called, log.whyForbidden(), now);
    }
    leases.require(ticket.leaseId(), called, now);
    requirePhase(verb, called, now);
    if (tip.withdrawWanted() && verb.command() != Command.WITHDRAW) {
      throw refuse(Refusal.Kind.STATE, called, "the tip is being withdrawn", now);
    }
    if (verb.command() == Command.MOVE_TIP && !tip.engaged()) {
      throw refuse(
          Refusal.Kind.STATE,
          called,
          "the tip is down though nothing was approached; bring it up by hand first",
          now);
    }
    tip.begin(verb, now);
  }

  /** The instrument has answered, or thrown. */
  void finished() {
    tip.finished();
  }

  /** The approach under way has ended in contact. */
  void contactMade(boolean sameMolecule, long now) {
    tip.contactMade(sameMolecule, now);
  }

  /** The command under way has read the junction's current. */
  void measured(double nanoampere, long now) {
    tip.measured(nanoampere, now);
  }

  /** The approach under way has found nothing to hold, and the tip was seen up. */
  void contactMissed(String called, String why, long now) {
    tip.up(now);
    log.event(SafetyEvent.Kind.STATE, called + " made no contact: " + why, now);
  }

  /** The command under way has ended with the tip seen up. */
  void up(long now) {
    tip.up(now);
  }

  /** Notes what was let through. */
  void allowed(String text, long now) {
    log.event(SafetyEvent.Kind.ALLOWED, text, now);
  }

  Refusal refuse(Refusal.Kind kind, String called, String why, long now) {
    return log.refuse(kind, called, why, now);
  }

  /** Somebody wants the tip up: nothing else is let through until it is. */
  void wantWithdrawn(String who, long now) {
    if (tip.engaged() && !tip.withdrawWanted()) {
      tip.wantWithdrawn();
      log.event(SafetyEvent.Kind.STATE, "the tip is withdrawn for " + who, now);
    }
  }

  // Faults and time.

  /** Latches TRIPPED and revokes the lease. A second trip keeps the first reason. */
  void trip(String reason, long now) {
    if (log.state() == SafetyState.DISCONNECTED) {
      return;
    }
    log.latch(reason);
    leases.end("was revoked by a trip (" + log.tripReason() + ")", now);
    log.event(SafetyEvent.Kind.TRIPPED, reason, now);
  }

  /**
   * The watchdog cannot be relied on. With the tip in contact that trips; with the tip up it ends
   * the arming alone, for nothing is at risk.
   */
  void watchdogLost(String why, long now) {
    if (log.state() == SafetyState.ARMED && tip.engaged()) {
      trip("the watchdog is lost with the tip in contact: " + why, now);
    } else if (log.state() == SafetyState.ARMED) {
      log.enter(SafetyState.READ_ONLY);
      log.event(SafetyEvent.Kind.STATE, "disarmed, for the watchdog is lost: " + why, now);
    }
  }

  /**
   * What time alone does: leases and arming end, a command takes too long, contact lasts too long.
   */
  void expire(long now) {
    if (leases.overdue(now)) {
      if (tip.engaged() && log.state() == SafetyState.ARMED) {
        trip(
            String.format(
                Locale.ROOT,
                "no heartbeat of '%s' for %.2f s with the tip in contact",
                leases.holder(),
                leases.silentSeconds(now)),
            now);
      } else {
        leases.end("expired", now);
      }
    }
    if (log.state() == SafetyState.ARMED && now - armedUntil > 0) {
      log.enter(SafetyState.READ_ONLY);
      log.event(SafetyEvent.Kind.STATE, "the arming expired", now);
    }
    Optional<Verb> slow = tip.slowerThan(profile.times(), now);
    if (slow.isPresent() && log.state() != SafetyState.TRIPPED) {
      trip("the instrument did not finish " + slow.get().name() + " in time", now);
    }
    if (log.state() == SafetyState.ARMED && tip.engaged() && !tip.withdrawWanted()) {
      enough(now)
          .ifPresent(
              why -> {
                tip.wantWithdrawn();
                log.event(SafetyEvent.Kind.STATE, why, now);
              });
    }
  }

  /** Why the contact with this molecule has to end. */
  private Optional<String> enough(long now) {
    PhaseLimits limits = profile.limits(phase);
    double seconds = tip.contactSeconds(now);
    double dose = tip.doseNanocoulomb(now);
    if (!limits.contactSeconds().allows(seconds)) {
      return Optional.of(
          LimitCheck.beyond("time in contact", seconds, "s", limits.contactSeconds(), phase.key()));
    }
    return limits.doseNanocoulomb().allows(dose)
        ? Optional.empty()
        : Optional.of(
            LimitCheck.beyond(
                "dose of the molecule", dose, "nC", limits.doseNanocoulomb(), phase.key()));
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

  /** The end: nothing is allowed any more. */
  void disconnect(long now) {
    leases.end("ended with the bridge", now);
    if (log.state() != SafetyState.DISCONNECTED) {
      log.enter(SafetyState.DISCONNECTED);
      log.event(SafetyEvent.Kind.STATE, "disconnected", now);
    }
  }

  // Withdrawals.

  /** Whether the tip has to be brought up, whatever anybody commands. */
  boolean mustWithdraw() {
    return tip.engaged() && (log.state() != SafetyState.ARMED || tip.withdrawWanted());
  }

  /** A withdrawal begins; the token goes to {@link #withdrawn}. */
  long beginWithdrawal() {
    return tip.beginWithdrawal();
  }

  /** A withdrawal was confirmed, which counts if no command overlapped it. */
  void withdrawn(long token, long now) {
    tip.withdrawn(token, now);
  }

  /** A withdrawal was not confirmed; said at most once a second. */
  void withdrawalFailed(String why, long now) {
    tip.withdrawalFailed(why, now);
  }

  // What is so.

  List<SafetyEvent> drainEvents() {
    return log.drain();
  }

  SafetyState state() {
    return log.state();
  }

  boolean engaged() {
    return tip.engaged();
  }

  boolean inContact() {
    return tip.inContact();
  }

  /** Number of the last approach, from 1; 0 before the first. */
  long attempt() {
    return tip.attempt();
  }

  boolean attemptVoid() {
    return tip.attemptVoid();
  }

  /** What it is armed for; none when it is not. */
  Optional<Phase> phase() {
    return log.state() == SafetyState.ARMED ? Optional.of(phase) : Optional.empty();
  }

  String tripReason() {
    return log.tripReason();
  }

  String leaseHolder() {
    return leases.holder();
  }

  long lastSequence() {
    return leases.lastSequence();
  }

  double armedForSeconds(long now) {
    return log.state() == SafetyState.ARMED ? Math.max(0, (armedUntil - now) / 1e9) : 0;
  }
}
