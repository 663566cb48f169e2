package org.tipwright.agents.kernel;

/** What a layer applies to its weighted sums. The slope follows from the output alone. */
public enum Activation {
  /** The sums themselves. */
  LINEAR,
  /** {@code max(0, x)}. */
  RELU,
  /** {@code tanh(x)}. */
  TANH;

  /** Replaces the first {@code count} sums by their activations. */
  void apply(float[] sums, int count) {
    if (this == TANH) {
      Tanh.apply(sums, count);
    } else if (this == RELU) {
      for (int i = 0; i < count; i++) {
        sums[i] = Math.max(0f, sums[i]);
      }
    }
  }

  /** Multiplies the first {@code count} errors by the slope at their outputs. */
  void applySlope(float[] outputs, float[] errors, int count) {
    if (this == TANH) {
      for (int i = 0; i < count; i++) {
        errors[i] *= 1f - outputs[i] * outputs[i];
      }
    } else if (this == RELU) {
      for (int i = 0; i < count; i++) {
        errors[i] = outputs[i] > 0f ? errors[i] : 0f;
      }
    }
  }
}
