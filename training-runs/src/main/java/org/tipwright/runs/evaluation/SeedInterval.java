package org.tipwright.runs.evaluation;

import java.util.List;

/**
 * Mean of a figure over training seeds, with its 95 % interval: {@code mean ± t₀.₉₇₅(n−1)·s/√n},
 * Student, Biometrika 6 (1908) 1. The seed is the unit of replication, not the episode.
 *
 * @param mean of the seeds
 * @param low end of the interval
 * @param high end of the interval
 */
public record SeedInterval(double mean, double low, double high) {

  /** Student's t₀.₉₇₅ for 1 to 10 degrees of freedom; beyond, the last is a little too wide. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  /**
   * The interval of these values, one per seed.
   *
   * @throws IllegalArgumentException if there are fewer than two
   */
  public static SeedInterval of(List<Double> values) {
    int n = values.size();
    if (n < 2) {
      throw new IllegalArgumentException("an interval over seeds needs at least 2 runs, not " + n);
    }
    double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double half = STUDENT[Math.min(n - 2, STUDENT.length - 1)] * Math.sqrt(squares / (n - 1) / n);
    return new SeedInterval(mean, mean - half, mean + half);
  }
}
