package org.tipwright.env.hose;

import java.util.Arrays;

/** Draws a {@link HosePath} piece by piece, from the origin on. */
final class HosePathBuilder {

  private double[] knots = new double[3 * 1024];
  private double[] pieces = new double[12 * 1024];
  private int count = 1;

  /**
   * A cubic piece from where the path ends to a point, given the derivatives by height at its start
   * and end (Hermite form).
   */
  HosePathBuilder curveTo(
      double x,
      double y,
      double z,
      double startSlopeX,
      double startSlopeY,
      double endSlopeX,
      double endSlopeY) {
    makeRoom();
    int from = (count - 1) * 3;
    int c = (count - 1) * 12;
    double height = z - knots[from + 2];
    hermite(c, knots[from], x, startSlopeX * height, endSlopeX * height);
    hermite(c + 4, knots[from + 1], y, startSlopeY * height, endSlopeY * height);
    hermite(c + 8, knots[from + 2], z, height, height);
    append(x, y, z);
    return this;
  }

  /** A straight line from where the path ends to a point, cut into pieces of the usual spacing. */
  HosePathBuilder lineTo(double x, double y, double z) {
    int from = (count - 1) * 3;
    double x0 = knots[from];
    double y0 = knots[from + 1];
    double z0 = knots[from + 2];
    double dx = x - x0;
    double dy = y - y0;
    double dz = z - z0;
    double length = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    int cuts = StrictMath.max(1, (int) StrictMath.ceil(length / HosePath.SPACING_ANGSTROM));
    for (int i = 1; i <= cuts; i++) {
      makeRoom();
      int start = (count - 1) * 3;
      int c = (count - 1) * 12;
      double s = (double) i / cuts;
      double[] end = {x0 + s * dx, y0 + s * dy, z0 + s * dz};
      for (int axis = 0; axis < 3; axis++) {
        double step = end[axis] - knots[start + axis];
        hermite(c + 4 * axis, knots[start + axis], end[axis], step, step);
      }
      append(end[0], end[1], end[2]);
    }
    return this;
  }

  HosePath build() {
    return new HosePath(Arrays.copyOf(knots, count * 3), Arrays.copyOf(pieces, (count - 1) * 12));
  }

  private void hermite(int c, double from, double to, double startSlope, double endSlope) {
    pieces[c] = from;
    pieces[c + 1] = startSlope;
    pieces[c + 2] = 3 * (to - from) - 2 * startSlope - endSlope;
    pieces[c + 3] = 2 * (from - to) + startSlope + endSlope;
  }

  private void append(double x, double y, double z) {
    knots[count * 3] = x;
    knots[count * 3 + 1] = y;
    knots[count * 3 + 2] = z;
    count++;
  }

  private void makeRoom() {
    if ((count + 1) * 3 > knots.length) {
      knots = Arrays.copyOf(knots, 2 * knots.length);
      pieces = Arrays.copyOf(pieces, 2 * pieces.length);
    }
  }
}
