package org.tipwright.runs.metrics;

import java.util.TreeMap;

/** Rows for tests. */
final class Rows {

  private Rows() {}

  static RoundMetrics row(long round, double successRate, double validation) {
    return new RoundMetrics(
        round,
        100 * round,
        10 * round,
        successRate,
        0.5,
        10,
        0.1,
        0,
        Double.NaN,
        Double.NaN,
        new TreeMap<>(),
        validation,
        0,
        1.5 * round,
        66.7);
  }
}
