package org.tipwright.tests.architecture.wronghouse.env.episode;

import java.time.Instant;

/** Reads the clock where it may. */
public final class ClockedRecord {

  private ClockedRecord() {}

  static Instant now() {
    return Instant.now();
  }
}
