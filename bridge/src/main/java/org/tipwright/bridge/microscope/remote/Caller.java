package org.tipwright.bridge.microscope.remote;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Microscope;

/**
 * Who sent a command.
 *
 * @param microscope that it is for
 * @param gone whether the client has hung up, so that nobody waits any more
 */
record Caller(Microscope microscope, BooleanSupplier gone) {

  static final int FOR_EVER = -1;

  /**
   * Waits until something is so, the client has gone, or the time is up.
   *
   * @param timeoutMillis wall time; −1 for ever
   * @return whether the time was up
   */
  boolean timesOut(Predicate<Controller> condition, int timeoutMillis) throws InterruptedException {
    return !microscope.await(scope -> condition.test(scope) || gone.getAsBoolean(), timeoutMillis);
  }

  /** Waits for the next published sample, or with {@code second} for the one after it. */
  void awaitSample(boolean second) throws InterruptedException {
    long since = microscope.ask(scope -> scope.signals().publications());
    long wanted = since + (second ? 2 : 1);
    boolean unused = timesOut(scope -> scope.signals().publications() >= wanted, FOR_EVER);
  }
}
