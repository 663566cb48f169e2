package org.tipwright.agents.network;

/** What a hidden layer applies to its weighted sums. */
public enum HiddenActivation {
  /** {@code max(0, x)}. */
  RELU,
  /** {@code tanh(x)}. */
  TANH;

  /** Replaces each sum by its activation. */
  void apply(float[] sums) {
    if (this == TANH) {
      Tanh.apply(sums);
    } else {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.max(0f, sums[i]);
      }
    }
  }

  /** Multiplies errors by the slope of the activation, which follows from its output alone. */
  void applySlope(float[] outputs, float[] errors) {
    if (this == TANH) {
      for (int i = 0; i < errors.length; i++) {
        errors[i] *= 1f - outputs[i] * outputs[i];
      }
    } else {
      for (int i = 0; i < errors.length; i++) {
        errors[i] = outputs[i] > 0f ? errors[i] : 0f;
      }
    }
  }
}
