package org.tipwright.physics.slide;

import org.tipwright.physics.lattice.LateralExpansion;

/**
 * Finds the pass between the minimum that an adsorbate is in and a neighbouring one, on the
 * combined surface: Newton's method, uphill along the lower curvature and downhill across it, from
 * the bare surface's bridge site; where the tip has moved the pass far from there, from the highest
 * point on the straight line from the minimum through the bridge.
 */
final class SaddleSearch {

  /** Slope left at a pass in eV/Å. An error in the barrier of the order of its square. */
  private static final double TOLERANCE = 1e-5;

  private static final double LONGEST_STEP_ANGSTROM = 0.1;
  private static final int MOST_STEPS = 30;
  private static final int POINTS_ON_LINE = 8;

  private final AdsorbateField field;
  private final LateralExpansion point = new LateralExpansion();
  private double x;
  private double y;

  SaddleSearch(AdsorbateField field) {
    this.field = field;
  }

  /** Looks for a pass near where it was before the tip moved on; false if it is not there. */
  boolean findAgain(int adsorbate, double wasX, double wasY) {
    return climb(adsorbate, wasX, wasY);
  }

  /** Looks for a pass over a bridge site; false if the combined surface has none there. */
  boolean find(int adsorbate, double fromX, double fromY, double bridgeX, double bridgeY) {
    if (climb(adsorbate, bridgeX, bridgeY)) {
      return true;
    }
    double highest = Double.NEGATIVE_INFINITY;
    int best = 0;
    for (int i = 0; i <= POINTS_ON_LINE; i++) {
      double share = 2.0 * i / POINTS_ON_LINE;
      field.expand(
          adsorbate, fromX + share * (bridgeX - fromX), fromY + share * (bridgeY - fromY), point);
      if (point.energyEv() > highest) {
        highest = point.energyEv();
        best = i;
      }
    }
    double share = 2.0 * best / POINTS_ON_LINE;
    return best > 0
        && best < POINTS_ON_LINE
        && climb(adsorbate, fromX + share * (bridgeX - fromX), fromY + share * (bridgeY - fromY));
  }

  private boolean climb(int adsorbate, double fromX, double fromY) {
    x = fromX;
    y = fromY;
    for (int step = 0; step < MOST_STEPS; step++) {
      field.expand(adsorbate, x, y, point);
      if (!(point.determinant() < 0)) {
        return false;
      }
      if (point.steepness() < TOLERANCE) {
        return true;
      }
      // One curvature is negative, one positive: Newton's step leads to the pass.
      double stepX =
          (point.curvatureXy() * point.slopeY() - point.curvatureYy() * point.slopeX())
              / point.determinant();
      double stepY =
          (point.curvatureXy() * point.slopeX() - point.curvatureXx() * point.slopeY())
              / point.determinant();
      double length = StrictMath.sqrt(stepX * stepX + stepY * stepY);
      double share = length > LONGEST_STEP_ANGSTROM ? LONGEST_STEP_ANGSTROM / length : 1;
      x += share * stepX;
      y += share * stepY;
    }
    return false;
  }

  /** x of the pass found last, in Å. */
  double x() {
    return x;
  }

  /** y of the pass found last, in Å. */
  double y() {
    return y;
  }

  /** Energy of the pass found last, in eV, of what depends on that adsorbate. */
  double energyEv() {
    return point.energyEv();
  }

  /** x of the unit vector along which the pass is crossed; sets {@link #acrossY} too. */
  double acrossX() {
    point.diagonalise();
    return point.lowerDirectionX();
  }

  /** y of the unit vector along which the pass is crossed, after {@link #acrossX}. */
  double acrossY() {
    return point.lowerDirectionY();
  }
}
