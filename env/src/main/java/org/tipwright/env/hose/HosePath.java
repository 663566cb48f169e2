package org.tipwright.env.hose;

import java.util.Arrays;

/**
 * A curve in space from the origin upwards, made of short cubic pieces, that answers how far away a
 * point is. Lengths in Å. Immutable; many tasks may share one.
 *
 * <p>The nearest knot is found by a scan that skips blocks of knots too far away to hold it, then
 * the two pieces beside it are searched by Newton's method. The distance is exact to rounding,
 * except where two distant stretches are equally near: there it may be too large by (knot
 * spacing)²/(8 × distance), under 10⁻⁴ Å for distances that matter.
 */
public final class HosePath {

  /** Longest spacing of knots in height, in Å. */
  static final double SPACING_ANGSTROM = 0.01;

  private static final int BLOCK = 32;
  private static final int NEWTON_STEPS = 4;

  /** Numbers per knot, and numbers per piece: x, y, z coefficients of 1, t, t², t³. */
  private static final int KNOT = 3;

  private static final int PIECE = 12;

  private final double[] knots;
  private final double[] pieces;
  private final double[] blockCentres;
  private final double[] blockRadii;

  HosePath(double[] knots, double[] pieces) {
    this.knots = knots;
    this.pieces = pieces;
    int count = knots.length / KNOT;
    int blocks = (count + BLOCK - 1) / BLOCK;
    this.blockCentres = new double[blocks * KNOT];
    this.blockRadii = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      int first = b * BLOCK;
      int end = StrictMath.min(first + BLOCK, count);
      System.arraycopy(knots, (first + end) / 2 * KNOT, blockCentres, b * KNOT, KNOT);
      double widest = 0;
      for (int k = first; k < end; k++) {
        widest = StrictMath.max(widest, squareToKnot(blockCentres, b, knots, k));
      }
      blockRadii[b] = StrictMath.sqrt(widest);
    }
  }

  /** The path as a line of points, x, y, z one after another in Å, the origin first. */
  public double[] points() {
    return knots.clone();
  }

  /** Distance in Å from a point to the path. */
  public double distanceAngstrom(double x, double y, double z) {
    int knot = nearestKnot(x, y, z);
    double square = square(knots, knot, x, y, z);
    if (knot > 0) {
      square = StrictMath.min(square, squareToPiece(knot - 1, x, y, z));
    }
    if (knot < knots.length / KNOT - 1) {
      square = StrictMath.min(square, squareToPiece(knot, x, y, z));
    }
    return StrictMath.sqrt(square);
  }

  /**
   * The path's point whose distance to the origin is nearest to a radius, the first such if there
   * are several; x, y, z in Å.
   */
  double[] pointAtRadius(double radiusAngstrom) {
    int count = knots.length / KNOT;
    int best = 0;
    for (int k = 0; k < count; k++) {
      double radius = StrictMath.sqrt(square(knots, k, 0, 0, 0));
      if (k > 0 && radius >= radiusAngstrom) {
        return crossing(k - 1, radiusAngstrom);
      }
      if (radius > StrictMath.sqrt(square(knots, best, 0, 0, 0))) {
        best = k;
      }
    }
    return Arrays.copyOfRange(knots, best * KNOT, (best + 1) * KNOT);
  }

  /** Where a piece that starts within a radius and ends outside crosses it, by bisection. */
  private double[] crossing(int piece, double radius) {
    double inside = 0;
    double outside = 1;
    double[] point = new double[KNOT];
    for (int i = 0; i < 60; i++) {
      double t = 0.5 * (inside + outside);
      for (int axis = 0; axis < KNOT; axis++) {
        point[axis] = cubic(piece * PIECE + axis * 4, t);
      }
      if (square(point, 0, 0, 0, 0) < radius * radius) {
        inside = t;
      } else {
        outside = t;
      }
    }
    return point;
  }

  private int nearestKnot(double x, double y, double z) {
    int nearBlock = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int b = 0; b < blockRadii.length; b++) {
      double square = square(blockCentres, b, x, y, z);
      if (square < best) {
        best = square;
        nearBlock = b;
      }
    }
    int nearest =
        (nearBlock * BLOCK + StrictMath.min((nearBlock + 1) * BLOCK, knots.length / KNOT)) / 2;
    double distance = StrictMath.sqrt(best);
    for (int b = 0; b < blockRadii.length; b++) {
      double reach = distance + blockRadii[b];
      if (square(blockCentres, b, x, y, z) > reach * reach) {
        continue;
      }
      int end = StrictMath.min((b + 1) * BLOCK, knots.length / KNOT);
      for (int k = b * BLOCK; k < end; k++) {
        double square = square(knots, k, x, y, z);
        if (square < best) {
          best = square;
          nearest = k;
        }
      }
    }
    return nearest;
  }

  /** Square of the distance to the nearest point that Newton's method finds on a piece. */
  private double squareToPiece(int piece, double x, double y, double z) {
    int c = piece * PIECE;
    double t = 0.5;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= NEWTON_STEPS; i++) {
      double dx = cubic(c, t) - x;
      double dy = cubic(c + 4, t) - y;
      double dz = cubic(c + 8, t) - z;
      least = StrictMath.min(least, dx * dx + dy * dy + dz * dz);
      double vx = slope(c, t);
      double vy = slope(c + 4, t);
      double vz = slope(c + 8, t);
      double curve =
          vx * vx + vy * vy + vz * vz + dx * bend(c, t) + dy * bend(c + 4, t) + dz * bend(c + 8, t);
      if (!(curve > 0)) {
        return least;
      }
      t = StrictMath.max(0, StrictMath.min(1, t - (dx * vx + dy * vy + dz * vz) / curve));
    }
    return least;
  }

  private double cubic(int c, double t) {
    return pieces[c] + t * (pieces[c + 1] + t * (pieces[c + 2] + t * pieces[c + 3]));
  }

  private double slope(int c, double t) {
    return pieces[c + 1] + t * (2 * pieces[c + 2] + 3 * t * pieces[c + 3]);
  }

  private double bend(int c, double t) {
    return 2 * pieces[c + 2] + 6 * t * pieces[c + 3];
  }

  private static double squareToKnot(double[] centres, int centre, double[] knots, int knot) {
    int at = centre * KNOT;
    return square(knots, knot, centres[at], centres[at + 1], centres[at + 2]);
  }

  private static double square(double[] points, int point, double x, double y, double z) {
    int at = point * KNOT;
    double dx = points[at] - x;
    double dy = points[at + 1] - y;
    double dz = points[at + 2] - z;
    return dx * dx + dy * dy + dz * dz;
  }
}
