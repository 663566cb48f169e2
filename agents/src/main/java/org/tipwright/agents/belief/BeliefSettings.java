package org.tipwright.agents.belief;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;

/**
 * Every hyper-parameter of the agent. What each means, and its default, stands in {@code
 * belief.conf} beside this class.
 */
public record BeliefSettings(
    int candidates,
    double freshShare,
    double backAngstrom,
    double slope,
    double bendLengthAngstrom,
    double kink,
    double kinkPenalty,
    double lengthAngstrom,
    double lengthGrowth,
    double safeReach,
    double priorLogit,
    double safeWeight,
    double ruptureWeight,
    double caution,
    boolean forgetContradicted,
    double samePlaceAngstrom) {

  public BeliefSettings {
    check(candidates >= 1, "candidates", "1 or more");
    check(freshShare > 0 && freshShare <= 1, "fresh-share", "above 0 and at most 1");
    check(backAngstrom > 0, "back-angstrom", "above 0");
    check(slope > 0, "slope", "above 0");
    check(bendLengthAngstrom > 0, "bend-length-angstrom", "above 0");
    check(kink >= 0, "kink", "0 or more");
    check(kinkPenalty >= 0, "kink-penalty", "0 or more");
    check(lengthAngstrom > 0, "length-angstrom", "above 0");
    check(lengthGrowth >= 0, "length-growth", "0 or more");
    check(safeReach > 0, "safe-reach", "above 0");
    check(safeWeight >= 0, "safe-weight", "0 or more");
    check(ruptureWeight >= 0, "rupture-weight", "0 or more");
    check(caution >= 0 && caution <= 1, "caution", "a number from 0 to 1");
    check(samePlaceAngstrom >= 0, "same-place-angstrom", "0 or more");
  }

  /** The defaults, with their comments. */
  public static Config defaults() {
    return ConfigFactory.parseResources(BeliefSettings.class, "belief.conf").resolve();
  }

  /** The same, but for what lets it notice and forget a tip that has changed. */
  public static Config withMemory() {
    return ConfigFactory.parseResources(BeliefSettings.class, "belief-memory.conf")
        .withFallback(defaults())
        .resolve();
  }

  /**
   * Reads complete settings, such as {@link #defaults} with overrides.
   *
   * @throws ConfigException if a key is missing or has a value of the wrong kind
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static BeliefSettings from(Config config) {
    return new BeliefSettings(
        config.getInt("candidates"),
        config.getDouble("fresh-share"),
        config.getDouble("back-angstrom"),
        config.getDouble("slope"),
        config.getDouble("bend-length-angstrom"),
        config.getDouble("kink"),
        config.getDouble("kink-penalty"),
        config.getDouble("length-angstrom"),
        config.getDouble("length-growth"),
        config.getDouble("safe-reach"),
        config.getDouble("prior-logit"),
        config.getDouble("safe-weight"),
        config.getDouble("rupture-weight"),
        config.getDouble("caution"),
        config.getBoolean("forget-contradicted"),
        config.getDouble("same-place-angstrom"));
  }

  private static void check(boolean fits, String key, String what) {
    if (!fits) {
      throw new IllegalArgumentException("belief." + key + " must be " + what);
    }
  }
}
