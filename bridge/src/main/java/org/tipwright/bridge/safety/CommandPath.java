package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.PlannedInstrument;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * The way of a command to the instrument: in turn, admitted, judged, acted out, looked at for
 * faults. Whatever became of it, a tip that must come up is brought up at the end.
 *
 * <p>The lock {@code turn} lets one command at a time reach the instrument. It is taken in this
 * class only, before the lock of {@link GuardedRules} and never while that is held; a withdrawal
 * does not take it.
 */
final class CommandPath {

  private static final Logger LOG = LoggerFactory.getLogger(CommandPath.class);

  /** Where a tip is that nobody asked for. */
  private static final TipPosition NOWHERE = new TipPosition(Double.NaN, Double.NaN, Double.NaN);

  private final Instrument instrument;
  private final LimitProfile profile;
  private final MonotonicClock clock;
  private final GuardedRules rules;
  private final WatchdogDuty watchdog;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile PlannedInstrument plan;
  private volatile @Nullable InstrumentDescription known;

  // Of the thread whose turn it is.
  private final CurrentSense sense;
  private List<String> declared = List.of();

  CommandPath(
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      GuardedRules rules,
      WatchdogDuty watchdog) {
    this.instrument = instrument;
    this.profile = profile;
    this.clock = clock;
    this.rules = rules;
    this.watchdog = watchdog;
    this.plan = newPlan();
    this.sense = new CurrentSense(profile.sense());
  }

  /** Begins a new dry run, from a withdrawn tip. */
  void planAnew() {
    plan = newPlan();
  }

  private PlannedInstrument newPlan() {
    return new PlannedInstrument(
        instrument, new TipPosition(0, 0, profile.withdrawHeightAngstrom()));
  }

  /**
   * What the instrument says of itself. Without a simulation, which changes with every molecule, it
   * is asked once: a long approach then keeps no observer waiting.
   */
  InstrumentDescription describe() throws InstrumentException, Refusal {
    InstrumentDescription before = known;
    if (before != null && before.simulation().isEmpty()) {
      return before;
    }
    takeTurn("Describe");
    try {
      InstrumentDescription now = instrument.describe();
      known = now;
      return now;
    } finally {
      turn.unlock();
    }
  }

  CommandResult carryOut(Verb verb, Ticket ticket) throws Refusal {
    String called = verb.called(ticket.sequence());
    try {
      rules.decide(m -> m.knock(verb, ticket, clock.nanos()));
      if (waiting.incrementAndGet() > profile.commandsWaiting()) {
        waiting.decrementAndGet();
        throw rules.refuse(
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
        rules.withdrawIfNeeded();
        turn.unlock();
      }
    } finally {
      rules.withdrawIfNeeded();
    }
  }

  /** Waits until no command is under way, but not for ever. */
  void awaitQuiet(Duration longest) {
    try {
      if (turn.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        turn.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeTurn(String called) throws Refusal {
    try {
      if (turn.tryLock(profile.times().command().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw rules.refuse(Refusal.Kind.RATE, called, "the command before it has not come to an end");
  }

  private CommandResult inTurn(Verb verb, Ticket ticket, String called) throws Refusal {
    rules.tripIfUnwatched();
    boolean dryRun = rules.answer(m -> m.admit(verb, ticket, clock.nanos())).dryRun();
    Instrument target = dryRun ? plan : instrument;
    Judgement judgement;
    try {
      judgement = verb.judge(target, profile);
    } catch (InstrumentException | RuntimeException | Error failure) {
      throw failed(called, failure.toString());
    }
    if (judgement.kind().isPresent()) {
      throw rules.refuse(judgement.kind().get(), called, judgement.text());
    }
    if (ticket.abandoned().getAsBoolean()) {
      throw rules.refuse(Refusal.Kind.STATE, called, "its caller has given up waiting for it");
    }
    rules.note(
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
    verb.plan(target, profile);
    return result(verb, ticket, false, judgement, target, Verb.Outcome.NONE);
  }

  /** What the instrument says it measures; asked once. */
  private List<String> declared() throws InstrumentException {
    if (declared.isEmpty()) {
      declared = instrument.describe().signals();
    }
    return declared;
  }

  private CommandResult acted(Verb verb, Ticket ticket, String called, Judgement judgement)
      throws InstrumentException, Refusal {
    List<String> measured = declared();
    rules.awaitWritten();
    if (verb.command() != Command.WITHDRAW) {
      watchdog.requireWatched(called);
    }
    rules.decide(m -> m.begin(verb, ticket, clock.nanos()));
    CommandResult result;
    Optional<String> fault;
    try {
      Verb.Outcome outcome = verb.act(instrument, profile);
      fault = verb.fault(instrument, profile, outcome, measured);
      result = result(verb, ticket, true, judgement, instrument, outcome);
      if (verb.measures()) {
        rules.keep(result);
      }
      if (fault.isEmpty() && verb.phase() == Phase.LIFT && inContact(verb, outcome)) {
        fault = sense.see(result.position(), result.signals());
      }
      if (fault.isEmpty()) {
        double nanoampere = result.signals().currentNanoampere();
        rules.note(
            m -> {
              long now = clock.nanos();
              verb.done(m, outcome, now);
              if (!Double.isNaN(nanoampere)) {
                m.measured(nanoampere, now);
              }
            });
      }
    } finally {
      rules.finished();
    }
    if (fault.isPresent()) {
      throw tripped(called, fault.get());
    }
    if (rules.mustWithdraw()) {
      throw overtaken(called);
    }
    return result;
  }

  /** Whether the tip is in contact after it, with signals measured there. */
  private boolean inContact(Verb verb, Verb.Outcome outcome) throws InstrumentException {
    return (verb.command() == Command.APPROACH && outcome.missed().isEmpty())
        || verb.command() == Command.MOVE_TIP
        || (verb.command() == Command.SET_BIAS && !instrument.withdrawn());
  }

  private static CommandResult result(
      Verb verb,
      Ticket ticket,
      boolean executed,
      Judgement judgement,
      Instrument target,
      Verb.Outcome outcome)
      throws InstrumentException {
    if (!verb.measures()) {
      return new CommandResult(
          ticket.sequence(),
          executed,
          judgement.text(),
          NOWHERE,
          Signals.NONE,
          0,
          outcome.measured(),
          "");
    }
    return new CommandResult(
        ticket.sequence(),
        executed,
        judgement.text(),
        target.position(),
        target.signals(),
        target.timeSeconds(),
        outcome.measured(),
        outcome.missed());
  }

  /** An instrument that fails trips, unless the failure comes of a withdrawal in between. */
  private Refusal failed(String called, String reason) {
    return rules.mustWithdraw() || rules.state().state() == SafetyState.TRIPPED
        ? overtaken(called)
        : tripped(called, reason);
  }

  private Refusal tripped(String called, String reason) {
    rules.trip(called + ": " + reason);
    return new Refusal(
        Refusal.Kind.TRIPPED,
        "tripped at "
            + called
            + ": "
            + reason
            + "; the tip is being withdrawn, an operator must reset");
  }

  private Refusal overtaken(String called) {
    StateSnapshot now = rules.state();
    return new Refusal(
        Refusal.Kind.TRIPPED,
        called
            + " was overtaken by a withdrawal: the bridge is "
            + now.state()
            + (now.tripReason().isEmpty() ? "" : " (" + now.tripReason() + ")"));
  }
}
