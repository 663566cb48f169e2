package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonotoneCubicTest {

  private static final double[] X = {0, 1, 3, 4};
  private static final double[] Y = {0, 2, 1, 5};

  private final MonotoneCubic turning = new MonotoneCubic(X, Y);

  @Test
  void passesThroughItsPoints() {
    for (int i = 0; i < X.length; i++) {
      assertThat(turning.value(X[i])).isCloseTo(Y[i], within(1e-15));
    }
  }

  /** Values that SciPy's PchipInterpolator gives for the same points. */
  @Test
  void agreesWithAnotherImplementationBetweenThem() {
    assertThat(turning.value(0.25)).isCloseTo(0.7109375, within(1e-14));
    assertThat(turning.value(2)).isCloseTo(1.5, within(1e-14));
    assertThat(turning.value(3.5)).isCloseTo(2.3125, within(1e-14));
    assertThat(turning.slope(0)).isCloseTo(2.8333333333333335, within(1e-14));
    assertThat(turning.slope(0.5)).isCloseTo(2.2916666666666665, within(1e-14));
    assertThat(turning.slope(3.5)).isCloseTo(4.625, within(1e-14));
    assertThat(turning.slope(4)).isCloseTo(5.5, within(1e-14));
  }

  @Test
  void risesNowhereWhereItsPointsFall() {
    for (double x = 1; x <= 3; x += 0.01) {
      assertThat(turning.slope(x)).isNotPositive();
    }
  }

  @Test
  void goesOnStraightBeyondItsEnds() {
    assertThat(turning.value(6)).isCloseTo(5 + 2 * 5.5, within(1e-13));
    assertThat(turning.value(-3)).isCloseTo(-3 * 2.8333333333333335, within(1e-13));
  }

  @Test
  void refusesPointsThatDoNotIncrease() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MonotoneCubic(new double[] {0, 2, 2}, new double[] {1, 2, 3}))
        .withMessageContaining("2.0 follows 2.0");
  }
}
