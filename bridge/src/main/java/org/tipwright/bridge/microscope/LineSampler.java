package org.tipwright.bridge.microscope;

import java.util.Arrays;

/** Means of the signals over each pixel of a line. */
final class LineSampler {

  private ScanBuffer buffer;
  private double[] sum;
  private int samples;
  private int pixel;

  LineSampler(ScanBuffer buffer) {
    this.buffer = buffer;
    this.sum = new double[buffer.channels().size()];
  }

  void use(ScanBuffer other) {
    buffer = other;
    sum = new double[other.channels().size()];
    restart();
  }

  void restart() {
    samples = 0;
    pixel = 0;
  }

  /** One step's signals; it ended at this share of the line. */
  void sample(SignalTable signals, boolean forward, int line, double progress) {
    int last = buffer.pixels() - 1;
    // The step that ends on a pixel's edge still belongs to that pixel.
    int at = Math.max(0, Math.min(last, (int) Math.ceil(progress * buffer.pixels() - 1e-6) - 1));
    if (at > pixel) {
      for (int between = pixel + 1; between < at; between++) {
        write(signals, forward, line, between, 0);
      }
      pixel = at;
      samples = 0;
    }
    if (samples == 0) {
      Arrays.fill(sum, 0);
    }
    samples++;
    write(signals, forward, line, at, samples);
  }

  private void write(SignalTable signals, boolean forward, int line, int at, int count) {
    for (int i = 0; i < sum.length; i++) {
      double value = signals.now(buffer.channels().get(i));
      if (count > 0) {
        sum[i] += value;
        value = sum[i] / count;
      }
      buffer.put(i, forward, line, at, value);
    }
  }
}
