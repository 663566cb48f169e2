package org.tipwright.bridge.safety;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is told. */
public final class ManualClock implements MonotonicClock {

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  @Override
  public long nanos() {
    return nanos.get();
  }

  /** Lets time pass at once. */
  public void advance(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }
}
