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
    int hypotheses,
    int moves,
    double spread,
    double turn,
    double nearAngstrom,
    double widthAngstrom,
    double widthSpread,
    double widthLength,
    double doubt,
    double firstShellAngstrom,
    double shellLogRatio,
    double sameDirection,
    double caution,
    boolean forgetContradicted,
    double samePlaceAngstrom) {

  public BeliefSettings {
    check(candidates >= 1, "candidates", "1 or more");
    check(freshShare > 0 && freshShare <= 1, "fresh-share", "above 0 and at most 1");
    check(backAngstrom > 0, "back-angstrom", "above 0");
    check(hypotheses >= 1, "hypotheses", "1 or more");
    check(moves >= 0, "moves", "0 or more");
    check(spread > 0, "spread", "above 0");
    check(turn > 0, "turn", "above 0");
    check(nearAngstrom >= 0, "near-angstrom", "0 or more");
    check(widthAngstrom > 0, "width-angstrom", "above 0");
    check(widthSpread >= 0, "width-spread", "0 or more");
    check(widthLength > 0, "width-length", "above 0");
    check(doubt > 0 && doubt < 0.5, "doubt", "above 0 and below 0.5");
    check(firstShellAngstrom > 0, "first-shell-angstrom", "above 0");
    check(shellLogRatio > 0, "shell-log-ratio", "above 0");
    check(sameDirection >= 0, "same-direction", "0 or more");
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
        config.getInt("hypotheses"),
        config.getInt("moves"),
        config.getDouble("spread"),
        config.getDouble("turn"),
        config.getDouble("near-angstrom"),
        config.getDouble("width-angstrom"),
        config.getDouble("width-spread"),
        config.getDouble("width-length"),
        config.getDouble("doubt"),
        config.getDouble("first-shell-angstrom"),
        config.getDouble("shell-log-ratio"),
        config.getDouble("same-direction"),
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
