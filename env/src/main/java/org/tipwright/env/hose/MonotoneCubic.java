package org.tipwright.env.hose;

/**
 * Piecewise cubic through given points that keeps their monotony (PCHIP): slopes inside are the
 * weighted harmonic means of Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300, in the
 * form of SLATEC's PCHIM; slopes at the ends are three-point estimates limited as in Fritsch &
 * Carlson, SIAM J. Numer. Anal. 17 (1980) 238.
 */
final class MonotoneCubic {

  private final double[] x;
  private final double[] y;
  private final double[] slope;

  /** A curve through {@code (x[i], y[i])}; at least three points, x strictly increasing. */
  MonotoneCubic(double[] x, double[] y) {
    if (x.length < 3 || x.length != y.length) {
      throw new IllegalArgumentException(
          "a monotone cubic needs three points or more, not "
              + x.length
              + " x, "
              + y.length
              + " y");
    }
    this.x = x.clone();
    this.y = y.clone();
    int n = x.length;
    double[] width = new double[n - 1];
    double[] secant = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      width[i] = x[i + 1] - x[i];
      if (!(width[i] > 0)) {
        throw new IllegalArgumentException("x must increase, but " + x[i + 1] + " follows " + x[i]);
      }
      secant[i] = (y[i + 1] - y[i]) / width[i];
    }
    this.slope = new double[n];
    slope[0] = endSlope(width[0], width[1], secant[0], secant[1]);
    for (int i = 1; i < n - 1; i++) {
      slope[i] = innerSlope(width[i - 1], width[i], secant[i - 1], secant[i]);
    }
    slope[n - 1] = endSlope(width[n - 2], width[n - 3], secant[n - 2], secant[n - 3]);
  }

  /** The curve at {@code at}; beyond the ends it goes on straight with the end's slope. */
  double value(double at) {
    if (at <= x[0]) {
      return y[0] + slope[0] * (at - x[0]);
    }
    int last = x.length - 1;
    if (at >= x[last]) {
      return y[last] + slope[last] * (at - x[last]);
    }
    int i = piece(at);
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double s = 1 - t;
    return s * s * (1 + 2 * t) * y[i]
        + t * t * (3 - 2 * t) * y[i + 1]
        + h * t * s * (s * slope[i] - t * slope[i + 1]);
  }

  /** Slope of the curve at {@code at}; constant beyond the ends. */
  double slope(double at) {
    int last = x.length - 1;
    if (at <= x[0]) {
      return slope[0];
    }
    if (at >= x[last]) {
      return slope[last];
    }
    int i = piece(at);
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double s = 1 - t;
    return 6 * t * s * (y[i + 1] - y[i]) / h
        + s * (1 - 3 * t) * slope[i]
        + t * (3 * t - 2) * slope[i + 1];
  }

  private int piece(double at) {
    int i = 0;
    while (at > x[i + 1]) {
      i++;
    }
    return i;
  }

  private static double innerSlope(double hLeft, double hRight, double left, double right) {
    if (left * right <= 0) {
      return 0;
    }
    double wLeft = 2 * hRight + hLeft;
    double wRight = hRight + 2 * hLeft;
    return (wLeft + wRight) / (wLeft / left + wRight / right);
  }

  /** Slope at an end, from the piece beside it and the one after that. */
  private static double endSlope(double h, double hNext, double secant, double next) {
    double slope = ((2 * h + hNext) * secant - h * next) / (h + hNext);
    if (slope * secant <= 0) {
      return 0;
    }
    boolean overshoots = secant * next < 0 && StrictMath.abs(slope) > StrictMath.abs(3 * secant);
    return overshoots ? 3 * secant : slope;
  }
}
