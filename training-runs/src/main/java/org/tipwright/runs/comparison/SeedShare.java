package org.tipwright.runs.comparison;

import java.util.Arrays;
import java.util.List;
import org.tipwright.runs.evaluation.WilsonInterval;

/**
 * A share, taken in every run and then averaged, with its 95 % interval over runs: bootstrapped,
 * or, where all runs have the share 0 or all have 1, Wilson's with as many trials as runs.
 *
 * @param mean over the runs
 * @param low lower end of the interval
 * @param high upper end
 */
record SeedShare(double mean, double low, double high) {

  static SeedShare of(double[] shares) {
    double mean = Quantile.mean(shares);
    if (Arrays.stream(shares).allMatch(s -> s == 0)
        || Arrays.stream(shares).allMatch(s -> s == 1)) {
      WilsonInterval wilson = WilsonInterval.of((int) mean * shares.length, shares.length);
      return new SeedShare(mean, wilson.low(), wilson.high());
    }
    Bootstrap interval = Bootstrap.of(List.of(shares), Quantile::mean);
    return new SeedShare(mean, interval.low(), interval.high());
  }
}
