package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * 1/f noise between 1 mHz and 1 kHz: a sum of independent processes of equal variance, each
 * relaxing exponentially, whose corner frequencies are spaced by factors of four. The sum of their
 * Lorentzians follows 1/f within 1 % (van der Ziel, Physica 16 (1950) 359).
 *
 * <p>What is given out is the mean over an interval, drawn exactly together with the state at its
 * end, so that intervals may differ: Gillespie, Phys. Rev. E 54 (1996) 2084.
 */
final class FlickerNoise {

  static final double LOWEST_HERTZ = 1e-3;
  private static final double SPACING = 4;
  private static final int PROCESSES = 11;

  /** Below this share of a relaxation time the mean is that of the two ends. */
  private static final double SHORT = 0.01;

  private final double rms;
  private final double[] state = new double[PROCESSES];
  private final double[] kept = new double[PROCESSES];
  private final double[] spread = new double[PROCESSES];
  private final double[] meanOfStart = new double[PROCESSES];
  private final double[] meanOfKick = new double[PROCESSES];

  /** Deviation of what the mean has beside the states at both ends, of all processes together. */
  private double meanSpread;

  private double preparedSeconds = Double.NaN;

  /** A source in its steady state; draws nothing if it is silent. */
  FlickerNoise(double rms, RandomGenerator random) {
    this.rms = rms;
    if (rms > 0) {
      for (int i = 0; i < PROCESSES; i++) {
        state[i] = random.nextGaussian();
      }
    }
  }

  /** Its mean over the next so many seconds, above 0. */
  double mean(double seconds, RandomGenerator random) {
    if (rms == 0) {
      return 0;
    }
    if (seconds != preparedSeconds) {
      prepare(seconds);
    }
    double sum = 0;
    for (int i = 0; i < PROCESSES; i++) {
      double before = state[i];
      double kick = spread[i] * random.nextGaussian();
      state[i] = kept[i] * before + kick;
      sum += meanOfStart[i] * before + meanOfKick[i] * kick;
    }
    sum += meanSpread * random.nextGaussian();
    return rms / Math.sqrt(PROCESSES) * sum;
  }

  private void prepare(double seconds) {
    preparedSeconds = seconds;
    double corner = 2 * StrictMath.PI * LOWEST_HERTZ;
    double variances = 0;
    for (int i = 0; i < PROCESSES; i++) {
      double times = seconds * corner;
      double keep = StrictMath.exp(-times);
      double kickVariance = -StrictMath.expm1(-2 * times);
      kept[i] = keep;
      spread[i] = Math.sqrt(kickVariance);
      if (times < SHORT) {
        meanOfStart[i] = 0.5 * (1 + keep);
        meanOfKick[i] = 0.5;
      } else {
        double lost = 1 - keep;
        double covariance = lost * lost / times;
        double variance = (2 * times - 3 + 4 * keep - keep * keep) / (times * times);
        meanOfStart[i] = lost / times;
        meanOfKick[i] = covariance / kickVariance;
        variances += Math.max(0, variance - covariance * covariance / kickVariance);
      }
      corner *= SPACING;
    }
    meanSpread = Math.sqrt(variances);
  }

  static int bytes() {
    return PROCESSES * Double.BYTES;
  }

  void save(ByteBuffer to) {
    for (double value : state) {
      to.putDouble(value);
    }
  }

  void restore(ByteBuffer from) {
    for (int i = 0; i < PROCESSES; i++) {
      state[i] = from.getDouble();
    }
  }
}
