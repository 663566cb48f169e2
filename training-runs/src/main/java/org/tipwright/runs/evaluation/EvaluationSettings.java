package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;

/**
 * The settings under {@code evaluation}.
 *
 * @param episodes sites, one fresh episode each
 * @param seed root of the sites
 * @param threads threads that step environments
 * @param record episodes written to files, from the first on
 */
public record EvaluationSettings(int episodes, long seed, int threads, int record) {

  public EvaluationSettings {
    atLeast("episodes", episodes, 1);
    atLeast("threads", threads, 1);
    atLeast("record", record, 0);
  }

  /** Reads complete settings. */
  public static EvaluationSettings from(Config config) {
    return new EvaluationSettings(
        config.getInt("episodes"),
        config.getLong("seed"),
        config.getInt("threads"),
        config.getInt("record"));
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "'evaluation." + key + "' is " + value + " but must be at least " + least);
    }
  }
}
