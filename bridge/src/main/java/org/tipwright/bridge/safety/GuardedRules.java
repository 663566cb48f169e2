package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules behind their lock, and what must follow from a decision: a tip that has to come up is
 * brought up, and events are told.
 *
 * <p>The lock is the monitor of {@code machine}. It is taken in this class only, and never held
 * during a call to the instrument or a listener: every method takes the events along, gives the
 * lock back, and withdraws or tells after that. What is handed to {@link #answer}, {@link #decide}
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
      LimitProfile profile, MonotonicClock clock, EventTeller teller, Withdrawal withdrawal) {
    this.clock = clock;
    this.teller = teller;
    this.withdrawal = withdrawal;
    this.machine = new SafetyMachine(profile, clock.nanos());
  }

  StateSnapshot state() {
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

  /** Keeps what the last command that moved something led to, for {@link #state}. */
  void keep(CommandResult result) {
    lastResult = result;
  }

  // Decisions.

  /** A decision that may be a refusal; its events are told after the lock is given back. */
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
      tell(events);
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

  /** Notes something that cannot be refused. */
  void note(Consumer<SafetyMachine> change) {
    List<SafetyEvent> events;
    synchronized (machine) {
      change.accept(machine);
      events = machine.drainEvents();
    }
    tell(events);
  }

  /** Notes a refusal that was decided outside the rules; the caller throws it. */
  Refusal refuse(Refusal.Kind kind, String called, String why) {
    Refusal refusal;
    List<SafetyEvent> events;
    synchronized (machine) {
      refusal = machine.refuse(kind, called, why, clock.nanos());
      events = machine.drainEvents();
    }
    tell(events);
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
    tell(events);
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

  private void tell(List<SafetyEvent> events) {
    teller.tell(events, this::trip);
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
