package org.tipwright.runs.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tipwright.env.random.RandomStream;

/**
 * The 95 % interval of a statistic by the percentile bootstrap (Efron and Tibshirani, An
 * Introduction to the Bootstrap (1993), ch. 13). Where runs share a path they are drawn in two
 * stages, paths first and then the runs of each, for runs on one path are alike.
 *
 * @param low 2.5 % of the resampled statistics lie below
 * @param high 2.5 % lie above
 */
record Bootstrap(double low, double high) {

  private static final int RESAMPLES = 2000;

  /**
   * The interval; equal arguments give equal numbers.
   *
   * @param clusters values of the runs, one array for each path
   * @param statistic of all values together
   */
  static Bootstrap of(List<double[]> clusters, ToDoubleFunction<double[]> statistic) {
    RandomStream random = new RandomStream(0, "bootstrap");
    double[] resampled = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      resampled[r] = statistic.applyAsDouble(resample(clusters, random));
    }
    return new Bootstrap(Quantile.of(resampled, 0.025), Quantile.of(resampled, 0.975));
  }

  private static double[] resample(List<double[]> clusters, RandomStream random) {
    double[][] drawn = new double[clusters.size()][];
    int size = 0;
    for (int c = 0; c < drawn.length; c++) {
      drawn[c] =
          clusters.size() == 1 ? clusters.get(0) : clusters.get(random.nextInt(drawn.length));
      size += drawn[c].length;
    }
    double[] values = new double[size];
    int at = 0;
    for (double[] cluster : drawn) {
      for (int i = 0; i < cluster.length; i++) {
        values[at++] = cluster[random.nextInt(cluster.length)];
      }
    }
    return values;
  }
}
