package org.tipwright.physics.lift.molecular;

import org.tipwright.physics.lattice.PhaseTable;

/**
 * The hexagonal modulation {@code c(x, y) = ⅓ Σ cos(G_j·r)} with {@code |G| = 4π/(√3 a)}: 1 on the
 * lattice's points, −½ at the centres of its triangles. The three G add up to nothing, so two
 * phases give all three cosines.
 */
final class Lattice {

  private static final double TURN = 2 * StrictMath.PI;

  private final PhaseTable first = new PhaseTable();
  private final PhaseTable second = new PhaseTable();
  private final double spacing;
  private final double row;
  private final double x1;
  private final double y1;
  private final double x2;
  private final double y2;

  /**
   * A lattice.
   *
   * @param nearestNeighbourAngstrom distance of its points
   * @param rowRadians direction of a close-packed row
   */
  Lattice(double nearestNeighbourAngstrom, double rowRadians) {
    spacing = nearestNeighbourAngstrom;
    row = rowRadians;
    double g = 4 * StrictMath.PI / (StrictMath.sqrt(3) * nearestNeighbourAngstrom);
    double first = rowRadians + StrictMath.PI / 2;
    double second = first + 2 * StrictMath.PI / 3;
    x1 = g * StrictMath.cos(first);
    y1 = g * StrictMath.sin(first);
    x2 = g * StrictMath.cos(second);
    y2 = g * StrictMath.sin(second);
  }

  /** Distance of its points, in Å. */
  double spacingAngstrom() {
    return spacing;
  }

  /** Writes the vector in Å to the neighbouring point nearest to a direction into 0 and 1. */
  void nearestRow(double towardsX, double towardsY, double[] out) {
    double best = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 6; k++) {
      double angle = row + k * StrictMath.PI / 3;
      double x = StrictMath.cos(angle);
      double y = StrictMath.sin(angle);
      double along = x * towardsX + y * towardsY;
      if (along > best) {
        best = along;
        out[0] = spacing * x;
        out[1] = spacing * y;
      }
    }
  }

  /**
   * The modulation at a place relative to a lattice point, in Å.
   *
   * @param out receives the slopes x and y and the curvatures xx, xy and yy
   */
  double at(double x, double y, double[] out) {
    first.turnTo((x1 * x + y1 * y) / TURN);
    second.turnTo((x2 * x + y2 * y) / TURN);
    double c1 = first.cosine();
    double s1 = first.sine();
    double c2 = second.cosine();
    double s2 = second.sine();
    double c3 = c1 * c2 - s1 * s2;
    double s3 = -(s1 * c2 + c1 * s2);
    double x3 = -x1 - x2;
    double y3 = -y1 - y2;
    out[0] = -(s1 * x1 + s2 * x2 + s3 * x3) / 3;
    out[1] = -(s1 * y1 + s2 * y2 + s3 * y3) / 3;
    out[2] = -(c1 * x1 * x1 + c2 * x2 * x2 + c3 * x3 * x3) / 3;
    out[3] = -(c1 * x1 * y1 + c2 * x2 * y2 + c3 * x3 * y3) / 3;
    out[4] = -(c1 * y1 * y1 + c2 * y2 * y2 + c3 * y3 * y3) / 3;
    return (c1 + c2 + c3) / 3;
  }
}
