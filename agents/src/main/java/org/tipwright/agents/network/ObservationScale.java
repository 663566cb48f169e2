package org.tipwright.agents.network;

import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/**
 * A fixed affine map of each component that has bounds: 0 at their middle, one unit per scale of
 * the component; a component without bounds is unchanged. It follows from the spec alone, so it
 * needs no storing and cannot drift.
 */
public final class ObservationScale {

  private final float[] middles;
  private final float[] factors;

  private ObservationScale(float[] middles, float[] factors) {
    this.middles = middles;
    this.factors = factors;
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
    return new ObservationScale(middles, factors);
  }

  /** Maps whole rows from {@code observations} into {@code inputs}, which is filled. */
  public void apply(float[] observations, float[] inputs) {
    int size = middles.length;
    for (int at = 0; at < inputs.length; at += size) {
      for (int i = 0; i < size; i++) {
        inputs[at + i] = (observations[at + i] - middles[i]) * factors[i];
      }
    }
  }
}
