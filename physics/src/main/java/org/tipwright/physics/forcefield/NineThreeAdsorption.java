package org.tipwright.physics.forcefield;

/**
 * Adsorption of one atom on a flat metal, the 9-3 law: {@code U(ζ) = ε[½(d/ζ)⁹ − (3/2)(d/ζ)³]}, ζ
 * the height above the image plane.
 *
 * <p>The minimum is −ε at ζ = d; far away {@code U → −C₃/ζ³}, {@code C₃ = 3εd³/2}. Steele, Surf.
 * Sci. 36 (1973) 317. Below ζ = d/2, deep in the repulsive wall, the law goes on as a straight
 * line.
 *
 * @param wellDepthEv ε, in eV
 * @param equilibriumAngstrom d, distance of the minimum from the image plane, in Å
 */
public record NineThreeAdsorption(double wellDepthEv, double equilibriumAngstrom) {

  private static final double WALL = 0.5;

  public NineThreeAdsorption {
    if (!(wellDepthEv >= 0) || !(equilibriumAngstrom > 0)) {
      throw new IllegalArgumentException(
          "9-3 adsorption: well depth "
              + wellDepthEv
              + " eV, distance "
              + equilibriumAngstrom
              + " Å");
    }
  }

  /** Energy in eV at {@code heightAngstrom} above the image plane. */
  public double energyEv(double heightAngstrom) {
    double wall = WALL * equilibriumAngstrom;
    if (heightAngstrom < wall) {
      return energyEv(wall) + slopeEvPerAngstrom(wall) * (heightAngstrom - wall);
    }
    double r = equilibriumAngstrom / heightAngstrom;
    double r3 = r * r * r;
    return wellDepthEv * (0.5 * r3 * r3 * r3 - 1.5 * r3);
  }

  /** dU/dζ in eV/Å at {@code heightAngstrom} above the image plane. */
  public double slopeEvPerAngstrom(double heightAngstrom) {
    double height = Math.max(heightAngstrom, WALL * equilibriumAngstrom);
    double r = equilibriumAngstrom / height;
    double r3 = r * r * r;
    return 4.5 * wellDepthEv * (r3 - r3 * r3 * r3) / height;
  }
}
