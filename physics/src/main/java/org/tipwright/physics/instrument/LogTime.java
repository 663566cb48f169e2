package org.tipwright.physics.instrument;

/**
 * The logarithm of time as a sum of exponential relaxations, {@code log₁₀(t / 0.1 s) = ½ Σ (1 −
 * e^(−t/τ))} with two τ per decade from 0.3 s to 3·10⁷ s: within 0.001 from 2 s to 10⁵ s. Before
 * 0.3 s, where the logarithm turns negative, the sum stays near 0. Holds what one interval does to
 * each relaxation.
 */
final class LogTime {

  static final int RELAXATIONS = 17;
  static final double SHARE = 0.5;
  private static final double STEP = StrictMath.sqrt(10);

  /** {@code 0.1 s · e^C · 10^(1/4)}, C Euler's constant, puts the logarithm's zero at 0.1 s. */
  private static final double SHORTEST_SECONDS =
      0.1 * StrictMath.exp(0.5772156649015329) * StrictMath.pow(10, 0.25);

  private final double[] gone = new double[RELAXATIONS];
  private final double[] followed = new double[RELAXATIONS];
  private double seconds;

  /** From now on for an interval of this length. */
  void prepare(double intervalSeconds) {
    if (intervalSeconds == seconds) {
      return;
    }
    seconds = intervalSeconds;
    double time = SHORTEST_SECONDS;
    for (int i = 0; i < RELAXATIONS; i++) {
      double times = seconds / time;
      gone[i] = -StrictMath.expm1(-times);
      followed[i] = times > 0 ? 1 - gone[i] / times : 0;
      time *= STEP;
    }
  }

  double seconds() {
    return seconds;
  }

  /** Share of the distance to a fixed aim that the i-th relaxation goes. */
  double gone(int i) {
    return gone[i];
  }

  /** Share of the way of a steadily moving aim by which the i-th relaxation follows it. */
  double followed(int i) {
    return followed[i];
  }
}
