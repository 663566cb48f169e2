package org.tipwright.physics.lattice;

/**
 * A (111) surface of a face-centred cubic metal.
 *
 * @param name as in "Ag(111)"
 * @param cubicLatticeAngstrom a, edge of the cubic cell; the four below from the experimental
 *     values tabulated by the ICIQ
 * @param workFunctionEv middle of the values in use for the (111) face
 */
public record MetalSurface(String name, double cubicLatticeAngstrom, double workFunctionEv) {

  /** Silver: 4.0853 Å, 4.5 to 4.7 eV. */
  public static final MetalSurface AG111 = new MetalSurface("Ag(111)", 4.0853, 4.6);

  /** Gold, without its herringbone reconstruction: 4.0782 Å, 5.3 eV. */
  public static final MetalSurface AU111 = new MetalSurface("Au(111)", 4.0782, 5.3);

  /** Copper: 3.6149 Å, 4.9 eV. */
  public static final MetalSurface CU111 = new MetalSurface("Cu(111)", 3.6149, 4.9);

  /** Platinum: 3.9242 Å, 5.8 to 6.0 eV. */
  public static final MetalSurface PT111 = new MetalSurface("Pt(111)", 3.9242, 5.9);

  public MetalSurface {
    if (!(cubicLatticeAngstrom > 0) || !(workFunctionEv > 0)) {
      throw new IllegalArgumentException(
          name
              + ": lattice "
              + cubicLatticeAngstrom
              + " Å, work function "
              + workFunctionEv
              + " eV");
    }
  }

  /** Distance of nearest neighbours, a/√2: the period of a close-packed row, in Å. */
  public double nearestNeighbourAngstrom() {
    return cubicLatticeAngstrom / StrictMath.sqrt(2);
  }

  /** Distance of neighbouring hollow sites (fcc to hcp), a/√6, in Å. */
  public double hollowDistanceAngstrom() {
    return nearestNeighbourAngstrom() / StrictMath.sqrt(3);
  }

  /** Height of a monatomic step, a/√3, in Å. */
  public double stepAngstrom() {
    return cubicLatticeAngstrom / StrictMath.sqrt(3);
  }
}
