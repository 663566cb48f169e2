package org.tipwright.tests.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import org.jbox2d.common.MathUtils;
import org.jbox2d.common.Settings;
import org.junit.jupiter.api.Test;

/**
 * JBox2D turns bodies by a sine table that it fills with {@code Math.sin}, whose last bits differ
 * between machines. Rounded to float they must agree all the same, or replays would not.
 */
class Jbox2dSineTableTest {

  @Test
  void theTableHoldsWhatStrictMathGives() {
    float[] expected = new float[MathUtils.sinLUT.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (float) StrictMath.sin(i * Settings.SINCOS_LUT_PRECISION);
    }
    assertThat(MathUtils.sinLUT).isEqualTo(expected);
  }
}
