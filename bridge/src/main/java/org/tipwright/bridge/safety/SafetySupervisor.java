package org.tipwright.bridge.safety;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.PlannedInstrument;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * Stands between everybody and the instrument. Commands are checked against state, lease and limits
 * before anything moves, and refused whole; every fault ends in a withdrawn tip and a latched
 * TRIPPED.
 *
 * <p>Two locks: {@code turn} lets one command at a time reach the instrument; the monitor of {@code
 * machine} guards the rules and is never held during a call to the instrument or a listener. A stop
 * takes only the second, and the instrument's own {@code withdraw}, which waits for nothing. If a
 * command reaches the instrument after the stop all the same, the thread of that command withdraws
 * again when it is done, and so does the watch as long as the tip is not known to be up.
 */
public final class SafetySupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SafetySupervisor.class);
  private static final Duration WATCH_WAIT = Duration.ofMillis(200);
  private static final int LAST_ATTEMPTS = 3;

  private final Instrument instrument;
  private final LimitProfile profile;
  private final MonotonicClock clock;
  private final SafetyListener listener;
  private final SafetyMachine machine;
  private final Withdrawal withdrawal;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean listenerFailed = new AtomicBoolean();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final SecureRandom secrets = new SecureRandom();
  private volatile PlannedInstrument plan;
  private volatile @Nullable CommandResult lastResult;

  /** Supervises an instrument; READ_ONLY at first. Somebody must call {@link #watch} regularly. */
  public SafetySupervisor(
      Instrument instrument, LimitProfile profile, MonotonicClock clock, SafetyListener listener) {
    this.instrument = instrument;
    this.profile = profile;
    this.clock = clock;
    this.listener = listener;
    this.machine = new SafetyMachine(profile, clock.nanos());
    this.withdrawal = new Withdrawal(instrument);
    this.plan = newPlan();
  }

  /** The limits. */
  public LimitProfile profile() {
    return profile;
  }

  /** What the instrument says of itself. */
  public InstrumentDescription describe() throws InstrumentException, Refusal {
    takeTurn("Describe");
    try {
      return instrument.describe();
    } finally {
      turn.unlock();
    }
  }

  /** Calls {@code changed} after each event, until {@link #forget}. It must not block. */
  public void tell(Runnable changed) {
    watchers.add(changed);
  }

  /** Ends {@link #tell}. */
  public void forget(Runnable changed) {
    watchers.remove(changed);
  }

  /** The present state. */
  public StateSnapshot state() {
    synchronized (machine) {
      return new StateSnapshot(
          machine.state(),
          machine.tripReason(),
          machine.engaged(),
          machine.leaseHolder(),
          machine.armedForSeconds(clock.nanos()),
          machine.lastSequence(),
          Optional.ofNullable(lastResult));
    }
  }

  // Leases.

  /** Gives the lease to a client, if nobody has it; answers with the lease's secret. */
  public String acquireLease(String holder, boolean dryRun) throws Refusal {
    byte[] secret = new byte[16];
    secrets.nextBytes(secret);
    String id = HexFormat.of().formatHex(secret);
    decide(
        m -> {
          m.acquire(id, holder, dryRun, clock.nanos());
          plan = newPlan();
        });
    return id;
  }

  /** A heartbeat. */
  public void renewLease(String leaseId) throws Refusal {
    try {
      decide(
          m -> {
            m.renew(leaseId, clock.nanos());
          });
    } finally {
      withdrawIfNeeded();
    }
  }

  /** Gives the lease back; a tip in contact is withdrawn first. */
  public void releaseLease(String leaseId) throws Refusal {
    try {
      decide(
          m -> {
            m.release(leaseId, clock.nanos());
          });
    } finally {
      withdrawIfNeeded();
    }
  }

  // The operator. Who may call these is the server's business.

  /** Lets the lease holder move the tip for a while; arming again extends it. */
  public void arm(String operator, double seconds) throws Refusal {
    boolean up;
    try {
      up = state().state() == SafetyState.ARMED || instrument.withdrawn();
    } catch (InstrumentException failure) {
      trip("the instrument failed while being armed: " + failure.getMessage());
      up = false;
    }
    boolean withdrawn = up;
    decide(
        m -> {
          if (!withdrawn && m.state() == SafetyState.READ_ONLY) {
            throw m.refuse(
                Refusal.Kind.STATE,
                "Arm by '" + operator + "'",
                "the tip is not withdrawn; bring it up by hand first",
                clock.nanos());
          }
          m.arm(operator, seconds, clock.nanos());
        });
  }

  /** Ends the arming; a tip in contact is withdrawn. */
  public void disarm(String operator) {
    note(m -> m.disarm(operator, clock.nanos()));
    withdrawIfNeeded();
  }

  /** Unlatches TRIPPED once the tip is known to be withdrawn. */
  public void reset(String operator) throws Refusal {
    decide(
        m -> {
          m.reset(operator, clock.nanos());
        });
  }

  // Commands of the lease holder.

  /** Makes contact with the next molecule. */
  public CommandResult approach(Ticket ticket) throws Refusal {
    return carryOut(new Verb.Approach(), ticket);
  }

  /** Moves the tip by one small step to a position relative to contact. */
  public CommandResult moveTip(Ticket ticket, TipPosition to) throws Refusal {
    return carryOut(new Verb.MoveTip(to), ticket);
  }

  /** Sets the bias, in V. */
  public CommandResult setBias(Ticket ticket, double volt) throws Refusal {
    return carryOut(new Verb.SetBias(volt), ticket);
  }

  /** Raises the tip to the end of its range. */
  public CommandResult withdraw(Ticket ticket) throws Refusal {
    return carryOut(new Verb.Withdraw(), ticket);
  }

  /** Measures whether something hangs on the tip; only withdrawn. */
  public CommandResult checkTip(Ticket ticket) throws Refusal {
    return carryOut(new Verb.CheckTip(), ticket);
  }

  /** Measures whether the molecule is still in its site; only withdrawn. */
  public CommandResult scanSite(Ticket ticket) throws Refusal {
    return carryOut(new Verb.ScanSite(), ticket);
  }

  /**
   * Withdraws the tip and latches TRIPPED, waiting for no command. Answers once the tip is known to
   * be up, or after the profile's {@code withdraw-seconds}; trying goes on after that.
   */
  public StateSnapshot emergencyStop(String who) {
    trip("emergency stop" + (who.isEmpty() ? "" : " by '" + who + "'"));
    long deadline = System.nanoTime() + profile.withdrawWait().toNanos();
    synchronized (machine) {
      long left = deadline - System.nanoTime();
      while (machine.engaged() && left > 0) {
        try {
          TimeUnit.NANOSECONDS.timedWait(machine, left);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          break;
        }
        left = deadline - System.nanoTime();
      }
    }
    return state();
  }

  /** One round of the watch: what time ends is ended, a tip that must come up is brought up. */
  public void watch() {
    try {
      note(m -> m.watched(clock.nanos()));
      boolean must;
      synchronized (machine) {
        must = machine.mustWithdraw();
      }
      if (must) {
        withdrawNow(WATCH_WAIT);
      }
    } catch (Throwable failure) {
      watchFailed(failure);
    }
  }

  /** The thread of the watch cannot go on. */
  public void watchFailed(Throwable failure) {
    LOG.error("the supervisor's watch failed", failure);
    trip("the supervisor itself failed: " + failure);
  }

  /** Withdraws the tip, lets nothing happen any more, and closes the instrument. */
  @Override
  public void close() {
    note(m -> m.disconnect(clock.nanos()));
    for (int attempt = 0; attempt < LAST_ATTEMPTS && mustWithdraw(); attempt++) {
      withdrawNow(profile.withdrawWait());
    }
    instrument.close();
  }

  private CommandResult carryOut(Verb verb, Ticket ticket) throws Refusal {
    String called = verb.command().called(ticket.sequence());
    try {
      decide(m -> m.knock(verb.command(), ticket, clock.nanos()));
      if (waiting.incrementAndGet() > profile.commandsWaiting()) {
        throw refuse(
            Refusal.Kind.RATE, called, profile.commandsWaiting() + " commands are waiting already");
      }
      try {
        takeTurn(called);
      } finally {
        waiting.decrementAndGet();
      }
      try {
        return inTurn(verb, ticket, called);
      } finally {
        turn.unlock();
      }
    } finally {
      withdrawIfNeeded();
    }
  }

  private void takeTurn(String called) throws Refusal {
    try {
      if (turn.tryLock(profile.command().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw refuse(Refusal.Kind.RATE, called, "the command before it has not come to an end");
  }

  private CommandResult inTurn(Verb verb, Ticket ticket, String called) throws Refusal {
    Optional<String> unwatched;
    synchronized (machine) {
      unwatched = machine.unwatched(clock.nanos());
    }
    unwatched.ifPresent(this::trip);
    boolean dryRun = answer(m -> m.admit(verb.command(), ticket, clock.nanos())).dryRun();
    Instrument target = dryRun ? plan : instrument;
    Judgement judgement;
    try {
      judgement = verb.judge(target, profile);
    } catch (InstrumentException | RuntimeException | Error failure) {
      throw failed(called, failure.toString());
    }
    if (judgement.kind().isPresent()) {
      throw refuse(judgement.kind().get(), called, judgement.text());
    }
    if (ticket.abandoned().getAsBoolean()) {
      throw refuse(Refusal.Kind.STATE, called, "its caller has given up waiting for it");
    }
    note(
        m -> m.allowed(called + ": " + (dryRun ? "would " : "") + judgement.text(), clock.nanos()));
    try {
      return dryRun ? planned(verb, ticket, judgement) : acted(verb, ticket, called, judgement);
    } catch (InstrumentException failure) {
      throw failed(called, String.valueOf(failure.getMessage()));
    } catch (RuntimeException | Error failure) {
      LOG.error("{} failed", called, failure);
      throw failed(called, failure.toString());
    }
  }

  private CommandResult planned(Verb verb, Ticket ticket, Judgement judgement)
      throws InstrumentException {
    PlannedInstrument target = plan;
    verb.act(target, profile);
    return result(ticket, false, judgement, target, OptionalDouble.empty());
  }

  private CommandResult acted(Verb verb, Ticket ticket, String called, Judgement judgement)
      throws InstrumentException, Refusal {
    decide(m -> m.begin(verb.command(), ticket, clock.nanos()));
    CommandResult result;
    Optional<String> fault;
    try {
      OptionalDouble measured = verb.act(instrument, profile);
      fault = verb.fault(instrument, profile);
      result = result(ticket, true, judgement, instrument, measured);
      lastResult = result;
      if (fault.isEmpty() && verb instanceof Verb.Withdraw) {
        note(m -> m.withdrawn(m.beginWithdrawal(), clock.nanos()));
      }
    } finally {
      note(SafetyMachine::finished);
    }
    if (fault.isPresent()) {
      throw tripped(called, fault.get());
    }
    if (mustWithdraw()) {
      throw overtaken(called);
    }
    return result;
  }

  private static CommandResult result(
      Ticket ticket,
      boolean executed,
      Judgement judgement,
      Instrument target,
      OptionalDouble measured)
      throws InstrumentException {
    return new CommandResult(
        ticket.sequence(),
        executed,
        judgement.text(),
        target.position(),
        target.signals(),
        target.timeSeconds(),
        measured);
  }

  /** An instrument that fails trips, unless the failure comes of a withdrawal in between. */
  private Refusal failed(String called, String reason) {
    return mustWithdraw() || state().state() == SafetyState.TRIPPED
        ? overtaken(called)
        : tripped(called, reason);
  }

  private Refusal tripped(String called, String reason) {
    trip(called + ": " + reason);
    return new Refusal(
        Refusal.Kind.TRIPPED,
        "tripped at "
            + called
            + ": "
            + reason
            + "; the tip is being withdrawn, an operator must reset");
  }

  private Refusal overtaken(String called) {
    StateSnapshot now = state();
    return new Refusal(
        Refusal.Kind.TRIPPED,
        called
            + " was overtaken by a withdrawal: the bridge is "
            + now.state()
            + (now.tripReason().isEmpty() ? "" : " (" + now.tripReason() + ")"));
  }

  private Refusal refuse(Refusal.Kind kind, String called, String why) {
    Refusal refusal;
    List<SafetyEvent> events;
    synchronized (machine) {
      refusal = machine.refuse(kind, called, why, clock.nanos());
      events = machine.drainEvents();
    }
    publish(events);
    return refusal;
  }

  /** The way up comes first, telling about it second. */
  private void trip(String reason) {
    List<SafetyEvent> events;
    synchronized (machine) {
      machine.trip(reason, clock.nanos());
      events = machine.drainEvents();
    }
    withdrawNow(WATCH_WAIT);
    publish(events);
  }

  private boolean mustWithdraw() {
    synchronized (machine) {
      return machine.mustWithdraw();
    }
  }

  private void withdrawIfNeeded() {
    if (mustWithdraw()) {
      withdrawNow(WATCH_WAIT);
    }
  }

  private void withdrawNow(Duration wait) {
    long token;
    synchronized (machine) {
      token = machine.beginWithdrawal();
    }
    withdrawal.attempt(
        wait,
        failure ->
            note(
                m -> {
                  if (failure.isPresent()) {
                    m.withdrawalFailed(failure.get(), clock.nanos());
                  } else {
                    m.withdrawn(token, clock.nanos());
                    m.notifyAll();
                  }
                }));
  }

  private PlannedInstrument newPlan() {
    return new PlannedInstrument(
        instrument, new TipPosition(0, 0, profile.withdrawHeightAngstrom()));
  }

  /** A decision that may be a refusal; its events are told after the lock is given back. */
  private <T> T answer(Decision<T> decision) throws Refusal {
    List<SafetyEvent> events = List.of();
    try {
      synchronized (machine) {
        try {
          return decision.make(machine);
        } finally {
          events = machine.drainEvents();
        }
      }
    } finally {
      publish(events);
    }
  }

  private void decide(Change change) throws Refusal {
    answer(
        m -> {
          change.make(m);
          return m;
        });
  }

  private void note(Consumer<SafetyMachine> change) {
    List<SafetyEvent> events;
    synchronized (machine) {
      change.accept(machine);
      events = machine.drainEvents();
    }
    publish(events);
  }

  private void publish(List<SafetyEvent> events) {
    for (SafetyEvent event : events) {
      try {
        listener.happened(event);
        listenerFailed.set(false);
      } catch (RuntimeException | Error failure) {
        LOG.error("the listener to safety events failed", failure);
        if (!listenerFailed.getAndSet(true)) {
          trip("the safety log failed: " + failure);
        }
      }
    }
    if (!events.isEmpty()) {
      watchers.forEach(this::call);
    }
  }

  private void call(Runnable changed) {
    try {
      changed.run();
    } catch (RuntimeException failure) {
      LOG.warn("a watcher of the state failed and is forgotten", failure);
      watchers.remove(changed);
    }
  }

  @FunctionalInterface
  private interface Decision<T> {
    T make(SafetyMachine machine) throws Refusal;
  }

  @FunctionalInterface
  private interface Change {
    void make(SafetyMachine machine) throws Refusal;
  }
}
