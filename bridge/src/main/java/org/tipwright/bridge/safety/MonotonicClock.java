package org.tipwright.bridge.safety;

/** Time that only goes forward, whatever is done to the wall clock. */
@FunctionalInterface
public interface MonotonicClock {

  /** Nanoseconds since some fixed moment. */
  long nanos();

  /** The machine's own. */
  static MonotonicClock ofThisMachine() {
    return System::nanoTime;
  }
}
