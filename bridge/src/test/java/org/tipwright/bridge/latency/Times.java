package org.tipwright.bridge.latency;

import java.util.Arrays;
import java.util.Locale;

/**
 * What something took.
 *
 * @param sorted in ns, ascending
 */
record Times(long[] sorted) {

  static Times of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Times(sorted);
  }

  double medianMilliseconds() {
    return sorted[sorted.length / 2] / 1e6;
  }

  /** Nearest rank. */
  double p99Milliseconds() {
    return sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
  }

  /** A line of the table. */
  String row(String what) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f |%n",
        what,
        sorted.length,
        medianMilliseconds(),
        p99Milliseconds(),
        sorted[sorted.length - 1] / 1e6);
  }
}
