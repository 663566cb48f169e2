package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** White and 1/f noise of one signal, as the mean over an interval. */
final class SignalNoise {

  /** The bandwidth in which white noise is given: its mean over T is rms · √(1 / (2 T · 1 kHz)). */
  private static final double BANDWIDTH_HERTZ = 1000;

  private final double white;
  private final FlickerNoise flicker;

  SignalNoise(FaultSettings.Noise settings, RandomGenerator random) {
    this.white = settings.white();
    this.flicker = new FlickerNoise(settings.flicker(), random);
  }

  double mean(double seconds, RandomGenerator random) {
    if (!(seconds > 0)) {
      return 0;
    }
    double sum = flicker.mean(seconds, random);
    if (white > 0) {
      sum += white * Math.sqrt(1 / (2 * seconds * BANDWIDTH_HERTZ)) * random.nextGaussian();
    }
    return sum;
  }

  void save(ByteBuffer to) {
    flicker.save(to);
  }

  void restore(ByteBuffer from) {
    flicker.restore(from);
  }
}
