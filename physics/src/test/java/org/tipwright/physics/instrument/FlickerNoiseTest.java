package org.tipwright.physics.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlickerNoiseTest {

  /** Mean power at one frequency over many stretches of the signal, by its Fourier sum. */
  private static double power(double hertz, int stretches, int length, double dt, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    for (int s = 0; s < stretches; s++) {
      FlickerNoise noise = new FlickerNoise(1, random);
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < length; i++) {
        double window = StrictMath.sin(StrictMath.PI * (i + 0.5) / length);
        double value = window * window * noise.mean(dt, random);
        real += value * StrictMath.cos(2 * StrictMath.PI * hertz * i * dt);
        imaginary += value * StrictMath.sin(2 * StrictMath.PI * hertz * i * dt);
      }
      sum += real * real + imaginary * imaginary;
    }
    return sum / stretches;
  }

  /**
   * Power times interval is proportional to the spectrum; with the same number of periods and
   * samples its ratio over two decades is 1/100. Each power is a mean of 600 exponential values,
   * 4.1 % rms, so the slope is good to 0.0126 rms: 5 σ = 0.063.
   */
  @Test
  void theSpectrumFallsAsOneOverF() {
    double low = 0.02 * power(0.5, 600, 512, 0.02, 1);
    double high = 0.0002 * power(50, 600, 512, 0.0002, 2);
    assertThat(StrictMath.log10(high / low) / 2).isCloseTo(-1, within(0.063));
  }

  /** Variance of 4,000 normal values: 2.2 % rms, 5 σ = 11 %. */
  @Test
  void itsDeviationOverTheWholeBandIsAsGiven() {
    SplittableRandom random = new SplittableRandom(3);
    double squares = 0;
    for (int i = 0; i < 4000; i++) {
      double value = new FlickerNoise(0.005, random).mean(1e-6, random);
      squares += value * value;
    }
    assertThat(squares / 4000).isCloseTo(2.5e-5, within(0.11 * 2.5e-5));
  }

  /** A reading over 1 s is what a hundred readings of 10 ms would average to; 7 σ of both. */
  @Test
  void aLongReadingIsTheMeanOfManyShortOnes() {
    SplittableRandom random = new SplittableRandom(4);
    double inOne = 0;
    double inHundred = 0;
    for (int i = 0; i < 4000; i++) {
      double one = new FlickerNoise(1, random).mean(1, random);
      inOne += one * one;
      FlickerNoise noise = new FlickerNoise(1, random);
      double mean = 0;
      for (int j = 0; j < 100; j++) {
        mean += noise.mean(0.01, random) / 100;
      }
      inHundred += mean * mean;
    }
    assertThat(inOne / inHundred).isCloseTo(1, within(0.22));
    assertThat(inOne / 4000).isLessThan(0.7);
  }

  @Test
  void silenceDrawsNothing() {
    FlickerNoise noise =
        new FlickerNoise(
            0,
            () -> {
              throw new AssertionError("a random number was drawn");
            });
    assertThat(noise.mean(1, new SplittableRandom(1))).isZero();
  }
}
