package org.tipwright.tests.architecture.wronghouse.env;

import java.time.Instant;

/** Reads clocks. */
public final class ClockedTask {

  private ClockedTask() {}

  static long wallTime() {
    return System.currentTimeMillis();
  }

  static long elapsed() {
    return System.nanoTime();
  }

  static Instant now() {
    return Instant.now();
  }
}
