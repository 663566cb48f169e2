package org.tipwright.tests.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tipwright.bridge.safety.MonotonicClock;

/**
 * The two clocks of a process, each of which can be made to jump. A machine's own can only be set
 * by its administrator, and all that runs on it would notice; a bridge is given its clocks instead.
 */
final class JumpingClock implements MonotonicClock, InstantSource {

  private volatile long monotonicOffset;
  private volatile Duration wallOffset = Duration.ZERO;

  @Override
  public long nanos() {
    return System.nanoTime() + monotonicOffset;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(wallOffset);
  }

  /** As on a machine that slept, where the clock goes on meanwhile. */
  void jumpMonotonic(Duration forward) {
    monotonicOffset += forward.toNanos();
  }

  /** As when somebody sets the time. */
  void jumpWall(Duration by) {
    wallOffset = by;
  }

  /** A time of this clock, as {@code System.nanoTime} told it. */
  long real(long nanos) {
    return nanos - monotonicOffset;
  }
}
