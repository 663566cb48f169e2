package org.tipwright.agents.kernel;

/**
 * Hyperbolic tangent of whole arrays, in a form that the compiler vectorises.
 *
 * <p>Lambert's continued fraction, cut after seven terms, gives {@code tanh(x/4)} for {@code |x/4|
 * ≤ 2.3}; {@code tanh 2y = 2t/(1 + t²)} twice gives {@code tanh x}. Beyond {@code |x| = 9.2} the
 * nearest float is within 2e-8 of ±1. The error is below 5e-7 everywhere (measured in the test).
 */
final class Tanh {

  private static final float LIMIT = 9.2f;

  private Tanh() {}

  /** Replaces the first {@code count} values by their hyperbolic tangent; NaN stays NaN. */
  static void apply(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      float y = 0.25f * Math.min(LIMIT, Math.max(-LIMIT, values[i]));
      float s = y * y;
      float t =
          y
              * (135135f + s * (17325f + s * (378f + s)))
              / (135135f + s * (62370f + s * (3150f + s * 28f)));
      t = 2f * t / (1f + t * t);
      values[i] = 2f * t / (1f + t * t);
    }
  }
}
