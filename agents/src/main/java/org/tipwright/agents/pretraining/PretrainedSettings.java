package org.tipwright.agents.pretraining;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;

/**
 * Every hyper-parameter of the agent and of its pretraining. What each means, and its default,
 * stands in {@code pretrained.conf} beside this class.
 */
public record PretrainedSettings(
    int tips,
    int firstMember,
    long seed,
    double leastRadiusFactor,
    double mostRadiusFactor,
    double contactOffsetAngstrom,
    boolean memory,
    int particles,
    double toleranceAngstrom,
    double effectiveShare,
    int moves,
    int stages,
    double contradictedMisfit,
    int candidates,
    int judges,
    int refinements) {

  private static final int FIRST_MEMBER = 1000;

  public PretrainedSettings {
    check(tips >= 1, "tips", "1 or more");
    check(firstMember >= FIRST_MEMBER, "first-member", "1000 or more: E2 draws from those below");
    check(leastRadiusFactor > 0, "least-radius-factor", "above 0");
    check(
        mostRadiusFactor >= leastRadiusFactor, "most-radius-factor", "least-radius-factor or more");
    check(contactOffsetAngstrom >= 0, "contact-offset-angstrom", "0 or more");
    check(particles >= 1, "particles", "1 or more");
    check(toleranceAngstrom > 0, "tolerance-angstrom", "above 0");
    check(effectiveShare > 0 && effectiveShare < 1, "effective-share", "between 0 and 1");
    check(moves >= 0, "moves", "0 or more");
    check(stages >= 1, "stages", "1 or more");
    check(contradictedMisfit > 0, "contradicted-misfit", "above 0");
    check(candidates >= 1, "candidates", "1 or more");
    check(judges >= 1 && judges <= particles, "judges", "from 1 to particles");
    check(refinements >= 0, "refinements", "0 or more");
  }

  /** The defaults, with their comments. */
  public static Config defaults() {
    return ConfigFactory.parseResources(PretrainedSettings.class, "pretrained.conf").resolve();
  }

  /** The same, but for what lets it remember its attempts. */
  public static Config withMemory() {
    return ConfigFactory.parseResources(PretrainedSettings.class, "pretrained-memory.conf")
        .withFallback(defaults())
        .resolve();
  }

  /**
   * Reads complete settings, such as {@link #defaults} with overrides.
   *
   * @throws ConfigException if a key is missing or has a value of the wrong kind
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static PretrainedSettings from(Config config) {
    return new PretrainedSettings(
        config.getInt("tips"),
        config.getInt("first-member"),
        config.getLong("seed"),
        config.getDouble("least-radius-factor"),
        config.getDouble("most-radius-factor"),
        config.getDouble("contact-offset-angstrom"),
        config.getBoolean("memory"),
        config.getInt("particles"),
        config.getDouble("tolerance-angstrom"),
        config.getDouble("effective-share"),
        config.getInt("moves"),
        config.getInt("stages"),
        config.getDouble("contradicted-misfit"),
        config.getInt("candidates"),
        config.getInt("judges"),
        config.getInt("refinements"));
  }

  private static void check(boolean fits, String key, String what) {
    if (!fits) {
      throw new IllegalArgumentException("pretrained." + key + " must be " + what);
    }
  }
}
