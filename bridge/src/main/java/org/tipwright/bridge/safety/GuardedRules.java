package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules behind their lock, and what must follow from a decision: a tip that has to come up is
 * brought up first, and events are told after that.
 *
 * <p>The lock is the monitor of {@code machine}. It is taken in this class only, and never held
 * during a call to the instrument or a listener: every method takes the events along, gives the
 * lock back, withdraws, and tells after that. What is handed to {@link #answer}, {@link #decide}
 * and {@link #note} runs under the lock and calls neither instrument nor listener.
 */
final class GuardedRules {

  private static final Duration WITHDRAW_WAIT = Duration.ofMillis(200);

  private final MonotonicClock clock;
  private final EventTeller teller;
  private final Withdrawal withdrawal;
  private final SafetyMachine machine;
  private volatile @Nullable CommandResult lastResult;

  GuardedRules(
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener,
      DecisionLog log,
      Withdrawal withdrawal) {
    this.clock = clock;
    this.withdrawal = withdrawal;
    this.machine = new SafetyMachine(profile, clock.nanos());
    this.teller = new EventTeller(listener, log, this::trip);
  }

  /** Who hears of events. */
  EventTeller teller() {
    return teller;
  }

  StateSnapshot state() {
    synchronized (machine) {
      return new StateSnapshot(
          machine.state(),
          machine.tripReason(),
          machine.engaged(),
          machine.leaseHolder(),
          machine.phase(),
          machine.armedForSeconds(clock.nanos()),
          machine.lastSequence(),
          machine.attempt(),
          machine.attemptVoid(),
          Optional.ofNullable(lastResult));
    }
  }

  /** What the watchdog is to be told now. */
  Beat beat(String withdrawNow) {
    synchronized (machine) {
      return new Beat(machine.state() == SafetyState.ARMED, machine.engaged(), withdrawNow);
    }
  }

  /** Whether an instrument that is lost now would matter. */
  boolean atStake() {
    synchronized (machine) {
      return machine.state() == SafetyState.ARMED || machine.engaged();
    }
  }

  /** Whether an agent's tip holds a molecule, and nobody is bringing it up. */
  boolean inContact() {
    synchronized (machine) {
      return machine.inContact() && !machine.mustWithdraw();
    }
  }

  /** Why the last withdrawal failed, other than by taking long; empty if it did not. */
  Optional<String> withdrawalFailure() {
    return withdrawal.failure();
  }

  /** While nothing has to come up, an old failure says nothing. */
  void forgetWithdrawalFailure() {
    withdrawal.forgetFailure();
  }

  /** Keeps what the last command that moved something led to, for {@link #state}. */
  void keep(CommandResult result) {
    lastResult = result;
  }

  // Decisions.

  /** A decision that may be a refusal. */
  <T> T answer(Decision<T> decision) throws Refusal {
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
      settle(events);
    }
  }

  /** The same without an answer. */
  void decide(Change change) throws Refusal {
    answer(
        m -> {
          change.make(m);
          return m;
        });
  }

  /** Waits until every decision so far is written down; trips if that fails. */
  void awaitWritten() {
    teller.awaitWritten();
  }

  /** Notes something that cannot be refused. */
  void note(Consumer<SafetyMachine> change) {
    List<SafetyEvent> events;
    synchronized (machine) {
      change.accept(machine);
      events = machine.drainEvents();
    }
    settle(events);
  }

  /**
   * Notes that the instrument has answered, or thrown. Brings nothing up yet: {@link #mustWithdraw}
   * still tells whether the command was overtaken.
   */
  void finished() {
    synchronized (machine) {
      machine.finished();
    }
  }

  /** Notes a refusal that was decided outside the rules; the caller throws it. */
  Refusal refuse(Refusal.Kind kind, String called, String why) {
    Refusal refusal;
    List<SafetyEvent> events;
    synchronized (machine) {
      refusal = machine.refuse(kind, called, why, clock.nanos());
      events = machine.drainEvents();
    }
    settle(events);
    return refusal;
  }

  // Faults.

  /** Latches TRIPPED. The way up comes first, telling about it second. */
  void trip(String reason) {
    List<SafetyEvent> events;
    synchronized (machine) {
      machine.trip(reason, clock.nanos());
      events = machine.drainEvents();
    }
    withdrawNow(WITHDRAW_WAIT);
    teller.tell(events);
  }

  /** Latches TRIPPED unless it is already; for what is found out anew in each round. */
  void tripOnce(String reason) {
    SafetyState now = state().state();
    if (now != SafetyState.TRIPPED && now != SafetyState.DISCONNECTED) {
      trip(reason);
    }
  }

  /**
   * Latches TRIPPED for somebody who trusts neither the lock nor the listener: its holder may be
   * what hangs. Withdraws before it takes the lock, and waits for no listener.
   */
  void tripFromOutside(String reason) {
    withdrawal.attempt(WITHDRAW_WAIT, failure -> {});
    List<SafetyEvent> events;
    synchronized (machine) {
      machine.trip(reason, clock.nanos());
      events = machine.drainEvents();
    }
    withdrawNow(WITHDRAW_WAIT);
    teller.post(events);
  }

  /** Trips if the watch has been away for longer than a lease. */
  void tripIfUnwatched() {
    Optional<String> unwatched;
    synchronized (machine) {
      unwatched = machine.unwatched(clock.nanos());
    }
    unwatched.ifPresent(this::trip);
  }

  // Withdrawals.

  boolean mustWithdraw() {
    synchronized (machine) {
      return machine.mustWithdraw();
    }
  }

  /** Tries to bring up a tip that must come up. */
  void withdrawIfNeeded() {
    if (mustWithdraw()) {
      withdrawNow(WITHDRAW_WAIT);
    }
  }

  /** Tries to bring up the tip, on another thread, and waits a while for it. */
  void withdrawNow(Duration wait) {
    long token;
    synchronized (machine) {
      token = machine.beginWithdrawal();
    }
    withdrawal.attempt(wait, failure -> ended(token, failure));
  }

  /** Notes how a withdrawal ended. Its thread waits for no listener and tries nothing again. */
  private void ended(long token, Optional<String> failure) {
    List<SafetyEvent> events;
    synchronized (machine) {
      if (failure.isPresent()) {
        machine.withdrawalFailed(failure.get(), clock.nanos());
      } else {
        machine.withdrawn(token, clock.nanos());
        machine.notifyAll();
      }
      events = machine.drainEvents();
    }
    teller.post(events);
  }

  /**
   * Waits until a withdrawal has confirmed that the tip is up, the time has come, or the thread is
   * interrupted.
   *
   * @param longest in real time, whatever the supervisor's clock is
   */
  void awaitWithdrawn(Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
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
  }

  /** What follows from every decision: the tip first, then the listener. */
  private void settle(List<SafetyEvent> events) {
    withdrawIfNeeded();
    teller.tell(events);
  }

  /** Something that the rules decide, with an answer. */
  @FunctionalInterface
  interface Decision<T> {
    T make(SafetyMachine machine) throws Refusal;
  }

  /** Something that the rules decide, without an answer. */
  @FunctionalInterface
  interface Change {
    void make(SafetyMachine machine) throws Refusal;
  }
}
