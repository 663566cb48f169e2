package org.tipwright.physics.molecule;

/**
 * The elements that a molecule may hold, with what the force field knows of each.
 *
 * <p>The shares of adsorption 1 : 0.9 : 0.3 are a modelling choice; the van der Waals radii and
 * depths are those of the AMBER force field (Cornell et al., J. Am. Chem. Soc. 117 (1995) 5179).
 */
public enum Element {
  /** Carbon. */
  C(1.0, 3.82, 0.0037),
  /** Oxygen. */
  O(0.9, 3.32, 0.0091),
  /** Hydrogen. */
  H(0.3, 2.97, 0.0007);

  private final double adsorptionShare;
  private final double contactAngstrom;
  private final double contactEv;

  Element(double adsorptionShare, double contactAngstrom, double contactEv) {
    this.adsorptionShare = adsorptionShare;
    this.contactAngstrom = contactAngstrom;
    this.contactEv = contactEv;
  }

  /** Weight with which an atom takes part in the molecule's adsorption energy. */
  public double adsorptionShare() {
    return adsorptionShare;
  }

  /** Distance in Å of the van der Waals minimum between two atoms of this element. */
  public double contactAngstrom() {
    return contactAngstrom;
  }

  /** Depth in eV of that minimum. */
  public double contactEv() {
    return contactEv;
  }
}
