package org.tipwright.bridge.microscope;

import org.tipwright.bridge.safety.MonotonicClock;

/** Instrument time: wall time since the start, so many times faster. */
final class InstrumentClock {

  private static final double NANOS = 1e9;

  private final MonotonicClock wall;
  private final double scale;
  private final double patienceSeconds;
  private final long startNanos;
  private double lostSeconds;

  InstrumentClock(MonotonicClock wall, double scale, double patienceSeconds) {
    this.wall = wall;
    this.scale = Ranges.within("time scale", scale, 1e-3, 1e4);
    this.patienceSeconds = patienceSeconds;
    this.startNanos = wall.nanos();
  }

  /** Where instrument time should be, in s. */
  double seconds() {
    return (wall.nanos() - startNanos) / NANOS * scale - lostSeconds;
  }

  /** The simulation is at this time: where that is too long ago, instrument time waits for it. */
  void keepTo(double simulatedSeconds) {
    double lag = seconds() - simulatedSeconds;
    double most = patienceSeconds * scale;
    if (lag > most) {
      lostSeconds += lag - most;
    }
  }

  double lostSeconds() {
    return lostSeconds;
  }

  long wallNanos() {
    return wall.nanos();
  }
}
