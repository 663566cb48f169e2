package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;

/**
 * The settings under {@code evaluation}.
 *
 * @param episodes sites, one fresh episode each
 * @param seed root of the sites
 * @param threads threads that step environments
 * @param record episodes written to files, from the first on
 * @param fixedPathSites training sites on which the best single fixed path is searched
 */
public record EvaluationSettings(
    int episodes, long seed, int threads, int record, int fixedPathSites) {

  public EvaluationSettings {
    atLeast("episodes", episodes, 1);
    atLeast("threads", threads, 1);
    atLeast("record", record, 0);
    atLeast("fixed-path-sites", fixedPathSites, 1);
  }

  /** Reads complete settings. */
  public static EvaluationSettings from(Config config) {
    return new EvaluationSettings(
        config.getInt("episodes"),
        config.getLong("seed"),
        config.getInt("threads"),
        config.getInt("record"),
        config.getInt("fixed-path-sites"));
  }

  /** The same with another number of episodes. */
  public EvaluationSettings withEpisodes(int count) {
    return new EvaluationSettings(count, seed, threads, record, fixedPathSites);
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "'evaluation." + key + "' is " + value + " but must be at least " + least);
    }
  }
}
