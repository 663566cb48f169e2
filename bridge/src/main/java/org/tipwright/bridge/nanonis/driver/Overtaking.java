package org.tipwright.bridge.nanonis.driver;

import java.util.concurrent.atomic.AtomicLong;
import org.tipwright.bridge.instrument.InstrumentException;

/** Lets a verb find out that the tip was withdrawn while it was under way. */
final class Overtaking {

  private final AtomicLong withdrawals = new AtomicLong();

  /** A withdrawal begins. */
  void withdrawalBegins() {
    withdrawals.incrementAndGet();
  }

  /** What to hold against later. */
  long now() {
    return withdrawals.get();
  }

  /** Throws if a withdrawal has begun since. */
  void check(long since) throws InstrumentException {
    if (withdrawals.get() != since) {
      throw new InstrumentException("the tip was withdrawn meanwhile");
    }
  }
}
