package org.tipwright.runs.comparison;

import java.util.Arrays;

/** Quantiles and means of samples in which some values may be infinite. */
final class Quantile {

  private Quantile() {}

  /**
   * The value below which a share of the sample lies, linear between neighbours: definition 7 of
   * Hyndman and Fan, Am. Stat. 50 (1996) 361. Infinite as soon as an infinite value has weight.
   */
  static double of(double[] sample, double share) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    double rest = at - below;
    return rest == 0 ? sorted[below] : (1 - rest) * sorted[below] + rest * sorted[below + 1];
  }

  /** Mean of what is left when a quarter is cut off at each end of the sorted sample. */
  static double interquartileMean(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElseThrow();
  }

  /** Mean of the whole sample. */
  static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElseThrow();
  }
}
