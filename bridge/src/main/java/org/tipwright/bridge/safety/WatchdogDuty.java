package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What the supervisor owes its watchdog, and what follows from the watchdog's answers: a beat in
 * each round of the watch, nothing armed without it, no command before it watches, a trip when it
 * has withdrawn the tip or is lost with the tip in contact.
 *
 * <p>The monitor of this object keeps beats in the order of what they say. It is taken before the
 * lock of {@link GuardedRules}, never the other way round, and only {@link Watchdog#beat}, which
 * waits for nothing, is called under it.
 */
final class WatchdogDuty {

  private static final long LOOK_NANOS = 2_000_000;

  private final Watchdog watchdog;
  private final GuardedRules rules;
  private final InstrumentPulse pulse;
  private final MonotonicClock clock;
  private final long helpAfter;
  private final Duration takeOver;

  // Of the watch's thread.
  private boolean withdrawing;
  private long withdrawingSince;

  WatchdogDuty(
      Watchdog watchdog,
      GuardedRules rules,
      InstrumentPulse pulse,
      MonotonicClock clock,
      LimitProfile profile) {
    this.watchdog = watchdog;
    this.rules = rules;
    this.pulse = pulse;
    this.clock = clock;
    this.helpAfter = profile.withdrawWait().toNanos();
    this.takeOver = profile.lease().dividedBy(2);
  }

  /** One round of the watch. */
  void round(long now) {
    Optional<String> lost = pulse.lost(now);
    if (lost.isPresent() && rules.atStake()) {
      beat(lost.get());
      rules.tripOnce("the instrument is lost: " + lost.get());
    }
    if (!rules.mustWithdraw()) {
      withdrawing = false;
      rules.forgetWithdrawalFailure();
    } else if (!withdrawing) {
      withdrawing = true;
      withdrawingSince = now;
    }
    beat(help(now));
    WatchdogStatus status = watchdog.status();
    if (status.latched()) {
      rules.tripOnce("the watchdog withdrew the tip: " + status.latchReason());
    }
    status.trouble().ifPresent(why -> rules.note(m -> m.watchdogLost(why, clock.nanos())));
  }

  /** Why the watchdog has to help: the tip must come up, and does not by our own doing. */
  private String help(long now) {
    if (!withdrawing) {
      return "";
    }
    Optional<String> lost = pulse.lost(now).or(() -> pulse.hesitates(now));
    if (lost.isPresent()) {
      return lost.get();
    }
    Optional<String> failure = rules.withdrawalFailure();
    if (failure.isPresent()) {
      return "the supervisor's own withdrawal failed: " + failure.get();
    }
    return now - withdrawingSince > helpAfter
        ? "the supervisor's own withdrawal was not confirmed in time"
        : "";
  }

  private synchronized void beat(String withdrawNow) {
    watchdog.beat(rules.beat(withdrawNow));
  }

  /** Why nothing may be armed, if so. */
  Optional<String> unready() {
    WatchdogStatus status = watchdog.status();
    if (status.latched()) {
      return Optional.of(
          "the watchdog has withdrawn the tip ("
              + status.latchReason()
              + "); an operator must reset"
              + " first");
    }
    return status.trouble();
  }

  /** Why a reset cannot count yet, if so. */
  Optional<String> unresettable() {
    WatchdogStatus status = watchdog.status();
    return status.latched() && !status.withdrawn()
        ? Optional.of("the watchdog has not seen the tip withdrawn yet, and goes on trying")
        : Optional.empty();
  }

  /** An operator has reset the supervisor, and with it the watchdog. */
  void reset(String operator) {
    WatchdogStatus status = watchdog.status();
    if (status.latched()) {
      watchdog.reset(status.latch(), operator);
      beat("");
    }
  }

  /** Tells at once that the bridge is armed, and waits a moment for the watchdog to take over. */
  void armed() {
    beat("");
    long deadline = System.nanoTime() + takeOver.toNanos();
    while (!watchdog.watching() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /** Lets no command pass that the watchdog would not know of. */
  void requireWatched(String called) throws Refusal {
    if (!watchdog.watching()) {
      throw rules.refuse(
          Refusal.Kind.STATE,
          called,
          watchdog.status().trouble().orElse("the watchdog has not taken over yet; try again"));
    }
  }

  /** The last beat, which says whether the tip came up. */
  void end() {
    beat("");
    watchdog.close();
  }
}
