package org.tipwright.runs.validation;

import java.util.Arrays;

/**
 * The test of Kolmogorov and Smirnov against an exponential distribution of known mean. Its p value
 * by Stephens's form of the asymptotic series, J. R. Stat. Soc. B 32 (1970) 115.
 */
final class ExponentialTest {

  private static final int TERMS = 100;

  private ExponentialTest() {}

  /** How likely samples from the distribution differ from it at least as much as these. */
  static double pValue(double[] samples, double mean) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double expected = 1 - StrictMath.exp(-sorted[i] / mean);
      distance = Math.max(distance, Math.max(expected - (double) i / n, (i + 1.0) / n - expected));
    }
    double root = StrictMath.sqrt(n);
    double lambda = (root + 0.12 + 0.11 / root) * distance;
    double p = 0;
    for (int k = 1; k <= TERMS; k++) {
      double term = 2 * StrictMath.exp(-2 * k * k * lambda * lambda);
      p += k % 2 == 1 ? term : -term;
    }
    return Math.max(0, Math.min(1, p));
  }
}
