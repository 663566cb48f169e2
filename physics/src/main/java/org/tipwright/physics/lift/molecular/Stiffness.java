package org.tipwright.physics.lift.molecular;

/**
 * Force constants within a molecule, each in eV/Å².
 *
 * @param bondEvPerAngstrom2 k_b of a bond's length
 * @param angleEvPerAngstrom2 k_u of the distance between two atoms with a common neighbour
 * @param flatEvPerAngstrom2 k_h of an atom's height over the plane of its three neighbours
 */
public record Stiffness(
    double bondEvPerAngstrom2, double angleEvPerAngstrom2, double flatEvPerAngstrom2) {

  /**
   * A conjugated molecule: {@code k_h = 16κA/a⁴} with the bending rigidity κ = 1.5 eV of graphene,
   * A = 2.62 Å² per atom.
   */
  public static Stiffness conjugated() {
    return new Stiffness(30, 8, 15);
  }

  /** The same with all constants multiplied: a large factor gives a rigid plate. */
  public Stiffness times(double factor) {
    return new Stiffness(
        factor * bondEvPerAngstrom2, factor * angleEvPerAngstrom2, factor * flatEvPerAngstrom2);
  }
}
