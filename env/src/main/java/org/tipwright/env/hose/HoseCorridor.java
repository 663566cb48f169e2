package org.tipwright.env.hose;

/**
 * Where the bond survives around a path: benchmark E1 of Leinen et al., Sci. Adv. 6 (2020)
 * eabb6987.
 *
 * <p>With r the distance to the origin and d the distance to the path, in Å, a position survives if
 * any of these holds:
 *
 * <ul>
 *   <li>(a) r ≤ 3, on the origin's side of a tilted plane;
 *   <li>(b) 3 ≤ r ≤ 5 and d ≤ 0.75;
 *   <li>(c) 3 ≤ r ≤ 13.5 and d ≤ 0.75 + (r − 5);
 *   <li>(d) 13.5 ≤ r ≤ 15.5 and d ≤ 1.75;
 *   <li>(e) r ≥ 15.5 and d ≤ 1.75 + (r − 15.5).
 * </ul>
 *
 * <p>The plane of (a): A is the path's point at radius 3, raised by 1.125. B lies at height 0, 3
 * from the z axis, on the side opposite to A. P is the point of the line AB nearest the origin; the
 * plane passes through P with normal P. (Where A is straight above the origin, x is A's side.)
 *
 * <p>Positions are given in whole tenths of Å, so that radii on a boundary are exact.
 */
public final class HoseCorridor {

  /** Height at which the molecule counts as pulled out, in tenths of Å. */
  public static final int SUCCESS_TENTHS = 140;

  private static final double START_RADIUS_ANGSTROM = 3;
  private static final double RAISED_ANGSTROM = 1.125;
  private static final double NARROW_ANGSTROM = 0.75;
  private static final double WIDE_ANGSTROM = 1.75;

  private final HosePath path;
  private final double narrowAngstrom;
  private final double wideAngstrom;
  private final double planeX;
  private final double planeY;
  private final double planeZ;
  private final double planeSquare;

  /**
   * The corridor around a path.
   *
   * @throws IllegalArgumentException if the path leaves the origin so that no tilted plane exists
   */
  public HoseCorridor(HosePath path) {
    this(path, 1);
  }

  /**
   * The corridor around a path with both radii, 0.75 and 1.75 Å, multiplied by a factor; what is
   * added to them and the start zone stay as they are.
   *
   * @throws IllegalArgumentException if the path leaves the origin so that no tilted plane exists
   */
  public HoseCorridor(HosePath path, double radiusFactor) {
    this.path = path;
    this.narrowAngstrom = radiusFactor * NARROW_ANGSTROM;
    this.wideAngstrom = radiusFactor * WIDE_ANGSTROM;
    double[] a = path.pointAtRadius(START_RADIUS_ANGSTROM);
    a[2] += RAISED_ANGSTROM;
    double lateral = StrictMath.sqrt(a[0] * a[0] + a[1] * a[1]);
    double sideX = lateral > 0 ? a[0] / lateral : 1;
    double sideY = lateral > 0 ? a[1] / lateral : 0;
    double lineX = -START_RADIUS_ANGSTROM * sideX - a[0];
    double lineY = -START_RADIUS_ANGSTROM * sideY - a[1];
    double lineZ = -a[2];
    double along =
        -(a[0] * lineX + a[1] * lineY + a[2] * lineZ)
            / (lineX * lineX + lineY * lineY + lineZ * lineZ);
    this.planeX = a[0] + along * lineX;
    this.planeY = a[1] + along * lineY;
    this.planeZ = a[2] + along * lineZ;
    this.planeSquare = planeX * planeX + planeY * planeY + planeZ * planeZ;
    if (!(planeZ > 0)) {
      throw new IllegalArgumentException(
          "the path is at height "
              + (a[2] - RAISED_ANGSTROM)
              + " Å where it is 3 Å from its start; a lift has to go up there");
    }
  }

  /** Whether the bond survives at a position, in tenths of Å from contact. */
  public boolean survives(int xTenths, int yTenths, int zTenths) {
    long square = (long) xTenths * xTenths + (long) yTenths * yTenths + (long) zTenths * zTenths;
    double r = StrictMath.sqrt((double) square) / 10;
    double x = xTenths / 10.0;
    double y = yTenths / 10.0;
    double z = zTenths / 10.0;
    if (r <= 3 && planeX * x + planeY * y + planeZ * z <= planeSquare) {
      return true;
    }
    if (r < 3) {
      return false;
    }
    double d = path.distanceAngstrom(x, y, z);
    return (r <= 5 && d <= narrowAngstrom)
        || (r <= 13.5 && d <= narrowAngstrom + (r - 5))
        || (r >= 13.5 && r <= 15.5 && d <= wideAngstrom)
        || (r >= 15.5 && d <= wideAngstrom + (r - 15.5));
  }
}
