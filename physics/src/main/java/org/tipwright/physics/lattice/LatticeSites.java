package org.tipwright.physics.lattice;

/**
 * Where the sites of a close-packed surface are: rows along x, a top site at the origin, fcc
 * hollows at one third and hcp hollows at two thirds of the cell's long diagonal.
 *
 * @param periodAngstrom nearest-neighbour distance, in Å
 */
public record LatticeSites(double periodAngstrom) {

  private static final double SQRT_3 = StrictMath.sqrt(3);

  public LatticeSites {
    if (!(periodAngstrom > 0)) {
      throw new IllegalArgumentException("lattice period of " + periodAngstrom + " Å");
    }
  }

  /** x of the site of a kind in cell (i, j), in Å; for bridges the one along the row. */
  public double siteX(AdsorptionSite site, int i, int j) {
    return periodAngstrom * (i + offsetI(site) + 0.5 * (j + offsetJ(site)));
  }

  /** y of the site of a kind in cell (i, j), in Å. */
  public double siteY(AdsorptionSite site, int i, int j) {
    return periodAngstrom * SQRT_3 / 2 * (j + offsetJ(site));
  }

  private static double offsetI(AdsorptionSite site) {
    return switch (site) {
      case TOP -> 0;
      case FCC -> 1 / 3.0;
      case HCP -> 2 / 3.0;
      case BRIDGE -> 0.5;
    };
  }

  private static double offsetJ(AdsorptionSite site) {
    return site == AdsorptionSite.BRIDGE ? 0 : offsetI(site);
  }

  /** The kind of the nearest top, hollow or bridge site to a position in Å. */
  public AdsorptionSite nearest(double xAngstrom, double yAngstrom) {
    AdsorptionSite nearest = AdsorptionSite.BRIDGE;
    double least = squaredToBridge(xAngstrom, yAngstrom);
    for (AdsorptionSite site :
        new AdsorptionSite[] {AdsorptionSite.TOP, AdsorptionSite.FCC, AdsorptionSite.HCP}) {
      double squared = squaredTo(site, xAngstrom, yAngstrom);
      if (squared < least) {
        least = squared;
        nearest = site;
      }
    }
    return nearest;
  }

  /** Distance to the nearest site of a kind, in Å. */
  public double distanceTo(AdsorptionSite site, double xAngstrom, double yAngstrom) {
    return StrictMath.sqrt(
        site == AdsorptionSite.BRIDGE
            ? squaredToBridge(xAngstrom, yAngstrom)
            : squaredTo(site, xAngstrom, yAngstrom));
  }

  private double squaredTo(AdsorptionSite site, double x, double y) {
    double v = 2 * y / (SQRT_3 * periodAngstrom) - offsetJ(site);
    double u = x / periodAngstrom - y / (SQRT_3 * periodAngstrom) - offsetI(site);
    double fractionU = u - StrictMath.floor(u);
    double fractionV = v - StrictMath.floor(v);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 1; i++) {
      for (int j = 0; j <= 1; j++) {
        double dx = periodAngstrom * (fractionU - i + 0.5 * (fractionV - j));
        double dy = periodAngstrom * SQRT_3 / 2 * (fractionV - j);
        least = Math.min(least, dx * dx + dy * dy);
      }
    }
    return least;
  }

  private double squaredToBridge(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    double half = 0.5 * periodAngstrom;
    for (int k = 0; k < 3; k++) {
      // Bridges lie half a lattice vector from a top site, in three directions.
      double angleX = k == 0 ? half : k == 1 ? 0.5 * half : -0.5 * half;
      double angleY = k == 0 ? 0 : SQRT_3 / 2 * half;
      least = Math.min(least, squaredTo(AdsorptionSite.TOP, x - angleX, y - angleY));
    }
    return least;
  }

  /**
   * Writes the bridge sites within a radius of a position and returns how many there are.
   *
   * @param bridgesX receives x in Å, likewise {@code bridgesY}; 16 places suffice for a radius of
   *     0.7 periods
   */
  public int bridgesAround(
      double xAngstrom,
      double yAngstrom,
      double radiusAngstrom,
      double[] bridgesX,
      double[] bridgesY) {
    // In half lattice vectors the bridges are the points with an odd coordinate.
    double v = 4 * yAngstrom / (SQRT_3 * periodAngstrom);
    double u = 2 * xAngstrom / periodAngstrom - 0.5 * v;
    int midU = (int) Math.rint(u);
    int midV = (int) Math.rint(v);
    double half = 0.5 * periodAngstrom;
    int found = 0;
    for (int j = midV - 2; j <= midV + 2; j++) {
      for (int i = midU - 2; i <= midU + 2; i++) {
        if (((i | j) & 1) == 0) {
          continue;
        }
        double x = half * (i + 0.5 * j);
        double y = half * SQRT_3 / 2 * j;
        double dx = x - xAngstrom;
        double dy = y - yAngstrom;
        if (dx * dx + dy * dy < radiusAngstrom * radiusAngstrom) {
          bridgesX[found] = x;
          bridgesY[found] = y;
          found++;
        }
      }
    }
    return found;
  }
}
