package org.tipwright.agents.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TanhTest {

  @Test
  void errorStaysBelowHalfAMillionth() {
    float[] x = new float[240_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 120_000) * 1e-4f;
    }
    float[] tanh = x.clone();
    Tanh.apply(tanh, tanh.length);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, Math.abs(tanh[i] - Math.tanh(x[i])));
    }
    assertThat(worst).isLessThan(5e-7);
  }

  @Test
  void infinityGivesOneAndNanStaysNan() {
    float[] values = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    Tanh.apply(values, values.length);
    assertThat(values[0]).isCloseTo(1f, Offset.offset(1e-6f));
    assertThat(values[1]).isCloseTo(-1f, Offset.offset(1e-6f));
    assertThat(values[2]).isNaN();
  }
}
