package org.tipwright.physics.lattice;

/**
 * Energy, slope and curvature over the two lateral coordinates at one point, summed term by term:
 * all that a Newton step needs. Made to be used again and again.
 */
public final class LateralExpansion {

  private double energy;
  private double slopeX;
  private double slopeY;
  private double xx;
  private double xy;
  private double yy;
  private double lower;
  private double upper;
  private double lowerX;
  private double lowerY;

  /** Forgets all terms. */
  public void clear() {
    energy = 0;
    slopeX = 0;
    slopeY = 0;
    xx = 0;
    xy = 0;
    yy = 0;
  }

  /** Adds a term: energy in eV, slopes in eV/Å, curvatures in eV/Å². */
  public void add(
      double energyEv,
      double alongX,
      double alongY,
      double curvatureXx,
      double curvatureXy,
      double curvatureYy) {
    energy += energyEv;
    slopeX += alongX;
    slopeY += alongY;
    xx += curvatureXx;
    xy += curvatureXy;
    yy += curvatureYy;
  }

  /**
   * Adds a term U(R) that depends on a distance only, R² = dx² + dy² + const.
   *
   * @param slopeOverDistance U′/R, in eV/Å²
   * @param bend (U″ − U′/R)/R², in eV/Å⁴
   */
  public void addRadial(
      double energyEv, double dx, double dy, double slopeOverDistance, double bend) {
    add(
        energyEv,
        slopeOverDistance * dx,
        slopeOverDistance * dy,
        slopeOverDistance + bend * dx * dx,
        bend * dx * dy,
        slopeOverDistance + bend * dy * dy);
  }

  /** Energy in eV. */
  public double energyEv() {
    return energy;
  }

  /** dE/dx in eV/Å. */
  public double slopeX() {
    return slopeX;
  }

  /** dE/dy in eV/Å. */
  public double slopeY() {
    return slopeY;
  }

  /** d²E/dx² in eV/Å². */
  public double curvatureXx() {
    return xx;
  }

  /** d²E/dxdy in eV/Å². */
  public double curvatureXy() {
    return xy;
  }

  /** d²E/dy² in eV/Å². */
  public double curvatureYy() {
    return yy;
  }

  /** Length of the slope, in eV/Å. */
  public double steepness() {
    return StrictMath.sqrt(slopeX * slopeX + slopeY * slopeY);
  }

  /** Whether the energy curves upwards in every direction. */
  public boolean convex() {
    return xx > 0 && determinant() > 0;
  }

  /** Determinant of the curvature, in eV²/Å⁴. */
  public double determinant() {
    return xx * yy - xy * xy;
  }

  /** Computes the principal curvatures and their directions. */
  public void diagonalise() {
    double mean = 0.5 * (xx + yy);
    double difference = 0.5 * (xx - yy);
    double radius = StrictMath.sqrt(difference * difference + xy * xy);
    lower = mean - radius;
    upper = mean + radius;
    double x = difference >= 0 ? -xy : difference - radius;
    double y = difference >= 0 ? difference + radius : xy;
    double length = StrictMath.sqrt(x * x + y * y);
    lowerX = length > 0 ? x / length : 0;
    lowerY = length > 0 ? y / length : 1;
  }

  /** The lower principal curvature, in eV/Å², after {@link #diagonalise}. */
  public double lowerCurvature() {
    return lower;
  }

  /** The upper principal curvature, in eV/Å², after {@link #diagonalise}. */
  public double upperCurvature() {
    return upper;
  }

  /** x component of the unit vector of the lower curvature; the upper's is (−y, x) of it. */
  public double lowerDirectionX() {
    return lowerX;
  }

  /** y component of the unit vector of the lower curvature. */
  public double lowerDirectionY() {
    return lowerY;
  }
}
