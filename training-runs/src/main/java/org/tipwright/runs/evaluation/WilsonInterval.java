package org.tipwright.runs.evaluation;

/**
 * The 95 % interval of a share by Wilson's score: right for few episodes too, and never outside 0
 * to 1. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
 *
 * @param low lower end, a fraction
 * @param high upper end, a fraction
 */
public record WilsonInterval(double low, double high) {

  /** The normal deviate with 2.5 % above it. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval of {@code successes} out of {@code episodes}; 0 to 1 where there were no episodes.
   */
  public static WilsonInterval of(int successes, int episodes) {
    if (successes < 0 || successes > episodes) {
      throw new IllegalArgumentException(successes + " successes of " + episodes + " episodes");
    }
    if (episodes == 0) {
      return new WilsonInterval(0, 1);
    }
    double n = episodes;
    double share = successes / n;
    double centre = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    // At 0 and n successes one end is 0 or 1 but for rounding.
    double low = successes == 0 ? 0 : (centre - half) / scale;
    double high = successes == episodes ? 1 : (centre + half) / scale;
    return new WilsonInterval(low, high);
  }

  /** Whether all of this interval lies above all of the other. */
  public boolean liesAbove(WilsonInterval other) {
    return low > other.high;
  }
}
