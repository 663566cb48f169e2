package org.tipwright.runs.report;

import java.util.Arrays;

/**
 * Points to draw.
 *
 * @param label what they are
 * @param x abscissae
 * @param y ordinates, as many
 */
record Curve(String label, double[] x, double[] y) {

  Curve {
    if (x.length != y.length) {
      throw new IllegalArgumentException(label + ": " + x.length + " x but " + y.length + " y");
    }
  }

  boolean isEmpty() {
    return x.length == 0;
  }

  double maxX() {
    return Arrays.stream(x).max().orElse(0);
  }

  double minY() {
    return Arrays.stream(y).min().orElse(0);
  }

  double maxY() {
    return Arrays.stream(y).max().orElse(0);
  }
}
