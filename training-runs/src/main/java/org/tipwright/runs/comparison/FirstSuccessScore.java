package org.tipwright.runs.comparison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HoseRun;
import org.tipwright.runs.evaluation.WilsonInterval;

/**
 * What one agent's runs say together. An unsolved run's first success lies beyond every other: it
 * counts as infinite in median and quartiles, and as {@link HoseBenchmark#EPISODES} in the mean.
 *
 * @param runs all of them
 * @param solved how many had a success
 * @param shareLow lower end of the 95 % interval of the share solved
 * @param shareHigh upper end
 * @param median of the index of the first success, from 0; infinite beyond the last episode
 * @param lowerQuartile likewise
 * @param upperQuartile likewise
 * @param mean interquartile mean of that index (Agarwal et al., NeurIPS 2021, arXiv:2108.13264)
 * @param meanInterval its bootstrapped 95 % interval
 * @param stepsMedian median of the environment steps of a run
 */
record FirstSuccessScore(
    List<HoseRun> runs,
    int solved,
    double shareLow,
    double shareHigh,
    double median,
    double lowerQuartile,
    double upperQuartile,
    double mean,
    Bootstrap meanInterval,
    double stepsMedian) {

  /** The score of one agent's runs. */
  static FirstSuccessScore of(List<HoseRun> runs) {
    double[] first =
        runs.stream()
            .mapToDouble(run -> run.solved() ? run.firstSuccess() : Double.POSITIVE_INFINITY)
            .toArray();
    double[] capped = runs.stream().mapToDouble(HoseRun::firstSuccess).toArray();
    int solved = (int) runs.stream().filter(HoseRun::solved).count();
    Bootstrap share = share(runs, solved);
    return new FirstSuccessScore(
        List.copyOf(runs),
        solved,
        share.low(),
        share.high(),
        Quantile.of(first, 0.5),
        Quantile.of(first, 0.25),
        Quantile.of(first, 0.75),
        Quantile.interquartileMean(capped),
        Bootstrap.of(clusters(runs, HoseRun::firstSuccess), Quantile::interquartileMean),
        Quantile.of(runs.stream().mapToDouble(HoseRun::steps).toArray(), 0.5));
  }

  String agent() {
    return runs.get(0).agent();
  }

  double share() {
    return (double) solved / runs.size();
  }

  /** Share of runs, in %, whose first success came in an episode of this index or before. */
  double percentSolvedBy(int episode) {
    long count = runs.stream().filter(r -> r.solved() && r.firstSuccess() <= episode).count();
    return 100.0 * count / runs.size();
  }

  /**
   * Wilson's interval over seeds. Runs on several paths are bootstrapped instead, unless all of
   * them ended alike: then each path counts as one run.
   */
  private static Bootstrap share(List<HoseRun> runs, int solved) {
    List<double[]> clusters = clusters(runs, run -> run.solved() ? 1 : 0);
    boolean alike = solved == 0 || solved == runs.size();
    if (clusters.size() > 1 && !alike) {
      return Bootstrap.of(clusters, Quantile::mean);
    }
    int units = clusters.size() > 1 ? clusters.size() : runs.size();
    WilsonInterval interval = WilsonInterval.of(alike ? (solved == 0 ? 0 : units) : solved, units);
    return new Bootstrap(interval.low(), interval.high());
  }

  private static List<double[]> clusters(List<HoseRun> runs, Value value) {
    Map<Integer, List<HoseRun>> paths =
        runs.stream()
            .collect(Collectors.groupingBy(HoseRun::path, TreeMap::new, Collectors.toList()));
    return paths.values().stream()
        .map(cluster -> cluster.stream().mapToDouble(value::of).toArray())
        .toList();
  }

  private interface Value {
    double of(HoseRun run);
  }
}
