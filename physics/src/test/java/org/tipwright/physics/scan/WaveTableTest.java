package org.tipwright.physics.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveTableTest {

  /**
   * Against the exact pattern −sin δ₀ Im[e^{iδ₀}(J₀ + iY₀)²], the Bessel functions by their
   * integrals: the far field's first correction is of relative order 1/4kr.
   */
  @Test
  void farFromTheScattererThePatternIsTheExactOne() {
    double k = 0.2;
    WaveTable table = new WaveTable(k);
    for (double phase : new double[] {0.5, StrictMath.PI / 2, 2.5}) {
      double c = StrictMath.sin(phase) * StrictMath.cos(phase);
      double s = -StrictMath.sin(phase) * StrictMath.sin(phase);
      for (double r = 50; r < 290; r += 2.7) {
        double kr = k * StrictMath.hypot(r, WaveTable.CORE_ANGSTROM);
        double j = integral(kr, true);
        double y = integral(kr, false);
        double exact =
            -StrictMath.sin(phase)
                * (2 * j * y * StrictMath.cos(phase) + (j * j - y * y) * StrictMath.sin(phase));
        double amplitude = 2 / (StrictMath.PI * kr);
        assertThat(table.at(r * r, c, s)).isCloseTo(exact, within(1.1 * amplitude / (4 * kr)));
      }
    }
  }

  @Test
  void theWaveIsGoneAtTheEndOfItsRange() {
    double range = WaveTable.RANGE_ANGSTROM - 1e-6;
    assertThat(new WaveTable(0.08).at(range * range, 1, 1)).isCloseTo(0, within(1e-9));
  }

  private static double integral(double x, boolean first) {
    int steps = 4000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double swing = x * StrictMath.sin((i + 0.5) * StrictMath.PI / steps);
      sum += (first ? StrictMath.cos(swing) : StrictMath.sin(swing)) / steps;
    }
    if (!first) {
      double step = 0.0005;
      for (double t = step / 2; t < 5; t += step) {
        sum -= 2 / StrictMath.PI * StrictMath.exp(-x * StrictMath.sinh(t)) * step;
      }
    }
    return sum;
  }
}
