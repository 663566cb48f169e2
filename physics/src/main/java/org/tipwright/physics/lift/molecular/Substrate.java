package org.tipwright.physics.lift.molecular;

/**
 * A close-packed metal surface as a molecule feels it. The working values are those of the fact
 * sheet: heights are measured (Henze et al., Surf. Sci. 601 (2007) 1566), energies partly.
 *
 * @param name such as Ag111
 * @param nearestNeighbourAngstrom distance of surface atoms, in Å
 * @param adsorptionEv 9-3 wells of the whole molecule, corner bonds not counted, in eV, for PTCDA;
 *     other molecules get it in proportion to their atoms
 * @param heightAngstrom height of a flat molecule's atoms over the topmost nuclei, in Å
 * @param cornerHeightAngstrom the same of corner oxygens
 * @param imagePlaneAngstrom origin of the 9-3 law over the topmost nuclei
 * @param cornerBondEv what each corner oxygen's bond to the metal adds, in eV
 * @param cornerFadeAngstrom height over which that bond fades by e where it is pinned laterally
 * @param corrugation β: the repulsion is multiplied by 1 + β c(x, y), c the mean of the three
 *     cosines of the lattice; a modelling choice
 */
public record Substrate(
    String name,
    double nearestNeighbourAngstrom,
    double adsorptionEv,
    double heightAngstrom,
    double cornerHeightAngstrom,
    double imagePlaneAngstrom,
    double cornerBondEv,
    double cornerFadeAngstrom,
    double corrugation) {

  /** Silver: 2.4 eV of adsorption and 0.25 eV per corner oxygen, 3.4 eV in all (working value). */
  public static Substrate silver() {
    return new Substrate("Ag111", 2.889, 2.4, 2.86, 2.66, 1.18, 0.25, 0.6, 0.1);
  }

  /** Gold: 2.0 eV (single-molecule force microscopy, 2.00 ± 0.25 eV), no bonds of the corners. */
  public static Substrate gold() {
    return new Substrate("Au111", 2.884, 2.0, 3.27, 3.27, 1.18, 0, 0.6, 0.1);
  }

  /** The same surface without corrugation. */
  public Substrate smooth() {
    return new Substrate(
        name,
        nearestNeighbourAngstrom,
        adsorptionEv,
        heightAngstrom,
        cornerHeightAngstrom,
        imagePlaneAngstrom,
        cornerBondEv,
        cornerFadeAngstrom,
        0);
  }
}
