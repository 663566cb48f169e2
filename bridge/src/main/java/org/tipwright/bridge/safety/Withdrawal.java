package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.Instrument;

/**
 * Brings the tip up on a thread of its own, so that an instrument that hangs holds nobody up and
 * the next attempt can be made beside it.
 */
final class Withdrawal {

  private static final int MOST_AT_ONCE = 8;

  private final Instrument instrument;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile String failure = "";

  Withdrawal(Instrument instrument) {
    this.instrument = instrument;
  }

  /**
   * Starts an attempt and waits for it a while.
   *
   * @param wait longest wait; the attempt goes on after it
   * @param done told by the attempt's thread: empty once the tip is known to be up, else why not
   */
  void attempt(Duration wait, Consumer<Optional<String>> done) {
    if (underWay.incrementAndGet() > MOST_AT_ONCE) {
      underWay.decrementAndGet();
      failure = MOST_AT_ONCE + " attempts hang in the instrument";
      done.accept(Optional.of(failure));
      return;
    }
    CountDownLatch finished = new CountDownLatch(1);
    Runnable attempt =
        () -> {
          try {
            Optional<String> outcome = withdraw();
            failure = outcome.orElse("");
            done.accept(outcome);
          } finally {
            underWay.decrementAndGet();
            finished.countDown();
          }
        };
    try {
      Thread thread = new Thread(attempt, "withdrawal");
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError noThread) {
      attempt.run();
    }
    try {
      if (!finished.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        done.accept(Optional.of("no answer within " + wait.toMillis() + " ms"));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the last attempt that came to an end failed; empty if it did not. */
  Optional<String> failure() {
    String why = failure;
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }

  void forgetFailure() {
    failure = "";
  }

  private Optional<String> withdraw() {
    try {
      instrument.withdraw();
      return instrument.withdrawn()
          ? Optional.empty()
          : Optional.of("the instrument does not say that the tip is up");
    } catch (Throwable failure) {
      return Optional.of(String.valueOf(failure.getMessage()));
    }
  }
}
