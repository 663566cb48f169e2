package org.tipwright.env.hose;

import com.typesafe.config.Config;

/**
 * Settings of the task {@code hose-drift}, as in {@code hose-drift.conf}.
 *
 * @param leastEpisodes fewest episodes that a tip lasts
 * @param mostEpisodes most
 * @param firstMember first member of the family that a tip may have
 * @param members how many from there on
 * @param leastRadiusFactor smallest factor of both radii
 * @param mostRadiusFactor greatest
 * @param contactOffsetAngstrom farthest that the contact point lies beside the path's beginning
 */
public record DriftSettings(
    int leastEpisodes,
    int mostEpisodes,
    int firstMember,
    int members,
    double leastRadiusFactor,
    double mostRadiusFactor,
    double contactOffsetAngstrom) {

  public DriftSettings {
    check(leastEpisodes >= 1, "least-episodes = " + leastEpisodes, "must be 1 or more");
    check(
        mostEpisodes >= leastEpisodes,
        "most-episodes = " + mostEpisodes,
        "must not be below least-episodes = " + leastEpisodes);
    check(firstMember >= 0, "first-member = " + firstMember, "is negative; members count from 0");
    check(members >= 1, "members = " + members, "must be 1 or more");
    check(
        leastRadiusFactor > 0,
        "least-radius-factor = " + leastRadiusFactor,
        "must be above 0, for the corridor needs some width");
    check(
        mostRadiusFactor >= leastRadiusFactor && mostRadiusFactor < Double.POSITIVE_INFINITY,
        "most-radius-factor = " + mostRadiusFactor,
        "must be finite and not below least-radius-factor = " + leastRadiusFactor);
    check(
        contactOffsetAngstrom >= 0 && contactOffsetAngstrom <= 1,
        "contact-offset-angstrom = " + contactOffsetAngstrom,
        "must be a number from 0 to 1, or contact may lie outside the corridor");
  }

  /**
   * Checks complete settings, such as {@code Tasks.defaults("hose-drift")} with overrides.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public static DriftSettings from(Config settings) {
    return new DriftSettings(
        settings.getInt("least-episodes"),
        settings.getInt("most-episodes"),
        settings.getInt("first-member"),
        settings.getInt("members"),
        settings.getDouble("least-radius-factor"),
        settings.getDouble("most-radius-factor"),
        settings.getDouble("contact-offset-angstrom"));
  }

  private static void check(boolean fits, String what, String why) {
    if (!fits) {
      throw new IllegalArgumentException(what + " " + why);
    }
  }
}
