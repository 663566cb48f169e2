package org.tipwright.agents.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/**
 * An affine map of each component of an observation. That of a spec puts 0 at the middle of the
 * bounds and one unit per scale of the component, and leaves a component without bounds unchanged;
 * others are learnt, and cut off at a limit.
 */
public final class ObservationScale {

  private final float[] middles;
  private final float[] factors;

  private final float limit;

  /**
   * The map {@code (x − middle) · factor}, cut off at ±limit.
   *
   * @param middles one per component
   * @param factors one per component
   * @param limit above 0, infinite for none
   */
  public ObservationScale(float[] middles, float[] factors, float limit) {
    if (middles.length != factors.length || !(limit > 0)) {
      throw new IllegalArgumentException(
          "a scale of "
              + middles.length
              + " middles, "
              + factors.length
              + " factors and limit "
              + limit
              + " is none");
    }
    this.middles = middles.clone();
    this.factors = factors.clone();
    this.limit = limit;
  }

  /** The map of a spec, or no change at all if {@code scaled} is false. */
  public static ObservationScale of(ObservationSpec spec, boolean scaled) {
    float[] middles = new float[spec.size()];
    float[] factors = new float[spec.size()];
    for (int i = 0; i < spec.size(); i++) {
      Component c = spec.components().get(i);
      boolean bounded = scaled && Float.isFinite(c.low()) && Float.isFinite(c.high());
      middles[i] = bounded ? 0.5f * c.low() + 0.5f * c.high() : 0f;
      factors[i] = bounded ? 1f / c.scale() : 1f;
    }
    return new ObservationScale(middles, factors, Float.POSITIVE_INFINITY);
  }

  /** Maps whole rows from {@code observations} into {@code inputs}, which is filled. */
  public void apply(float[] observations, float[] inputs) {
    int size = middles.length;
    for (int at = 0; at < inputs.length; at += size) {
      for (int i = 0; i < size; i++) {
        float scaled = (observations[at + i] - middles[i]) * factors[i];
        inputs[at + i] = Math.max(-limit, Math.min(limit, scaled));
      }
    }
  }

  /** A copy of the middles. */
  public float[] middles() {
    return middles.clone();
  }

  /** A copy of the factors. */
  public float[] factors() {
    return factors.clone();
  }

  /** Where it cuts off; infinite if nowhere. */
  public float limit() {
    return limit;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObservationScale scale
        && Arrays.equals(middles, scale.middles)
        && Arrays.equals(factors, scale.factors)
        && limit == scale.limit;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(middles) + Arrays.hashCode(factors);
  }
}
