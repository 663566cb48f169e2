package org.tipwright.runs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a quantity lies on a drawing.
 *
 * @param from value at {@code pixelFrom}
 * @param to value at {@code pixelTo}
 */
record Scale(double from, double to, double pixelFrom, double pixelTo) {

  Scale {
    if (!(from < to)) {
      throw new IllegalArgumentException("a scale from " + from + " to " + to);
    }
  }

  /** A scale that holds both values, with room where they are equal. */
  static Scale around(double low, double high, double pixelFrom, double pixelTo) {
    double room = high > low ? 0.04 * (high - low) : Math.max(1, Math.abs(high)) * 0.1;
    return new Scale(low - room, high + room, pixelFrom, pixelTo);
  }

  /** The pixel of a value. */
  double at(double value) {
    return pixelFrom + (value - from) / (to - from) * (pixelTo - pixelFrom);
  }

  /** Round values on the scale, about {@code wanted} of them. */
  List<Double> ticks(int wanted) {
    double rough = (to - from) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = factor * power;
      if (step >= rough) {
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick as text, without needless digits. */
  static String text(double value) {
    if (Math.abs(value - Math.rint(value)) < 1e-9) {
      return String.format(Locale.ROOT, "%.0f", value).replace("-", "−");
    }
    return String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "").replace("-", "−");
  }
}
