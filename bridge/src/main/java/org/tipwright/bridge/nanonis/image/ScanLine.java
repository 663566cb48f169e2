package org.tipwright.bridge.nanonis.image;

/**
 * Heights along a straight line, where the tip was when each was read.
 *
 * @param x in Å of the scanner's coordinates
 * @param y in Å
 * @param z in Å
 */
public record ScanLine(double[] x, double[] y, double[] z) {

  /** Takes mean and slope along this line off a value at each of its readings, in place. */
  void level(double[] values) {
    double meanAlong = 0;
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      meanAlong += along(i) / values.length;
      mean += values[i] / values.length;
    }
    double squares = 0;
    double product = 0;
    for (int i = 0; i < values.length; i++) {
      double off = along(i) - meanAlong;
      squares += off * off;
      product += off * values[i];
    }
    double slope = squares > 0 ? product / squares : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean + slope * (along(i) - meanAlong);
    }
  }

  /** How far from its first reading. */
  private double along(int i) {
    return Math.hypot(x[i] - x[0], y[i] - y[0]);
  }
}
