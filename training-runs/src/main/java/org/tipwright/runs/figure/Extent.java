package org.tipwright.runs.figure;

import java.util.List;
import java.util.function.Function;

/** Where an axis begins and ends. */
record Extent(double min, double max) {

  private static final double MARGIN = 0.05;

  /** The limits of an axis that has its own. */
  static Extent of(Axis axis) {
    return new Extent(axis.min(), axis.max());
  }

  /** What an axis asks for, else what the data need with a margin; decades are kept whole. */
  static Extent of(Axis axis, List<Line> lines, Function<Line, double[]> values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : lines) {
      for (double value : values.apply(line)) {
        if (Double.isFinite(value) && !(axis.logarithmic() && value <= 0)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (low > high) {
      low = axis.logarithmic() ? 1 : 0;
      high = low;
    }
    if (axis.logarithmic()) {
      low = Math.pow(10, Math.floor(Math.log10(low)));
      high = Math.max(10 * low, Math.pow(10, Math.ceil(Math.log10(high))));
    } else {
      double margin = high > low ? MARGIN * (high - low) : 1;
      low -= margin;
      high += margin;
    }
    return new Extent(
        Double.isNaN(axis.min()) ? low : axis.min(), Double.isNaN(axis.max()) ? high : axis.max());
  }
}
