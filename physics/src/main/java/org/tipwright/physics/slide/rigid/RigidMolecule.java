package org.tipwright.physics.slide.rigid;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LatticePotential;
import org.tipwright.physics.lattice.MetalSurface;

/**
 * A flat molecule that stays rigid: anchors that feel the lattice and the tip, and an outline.
 *
 * @param outline where it touches others
 * @param anchorX of the atoms that feel the lattice and the tip, in the molecule's frame, in Å
 * @param anchorY likewise
 * @param anchorPotential what each anchor feels of the surface
 * @param tipBond between each anchor and the tip
 */
public record RigidMolecule(
    MoleculeOutline outline,
    double[] anchorX,
    double[] anchorY,
    LatticePotential anchorPotential,
    MorseBond tipBond) {

  public RigidMolecule {
    anchorX = anchorX.clone();
    anchorY = anchorY.clone();
    if (anchorX.length == 0 || anchorX.length != anchorY.length) {
      throw new IllegalArgumentException(
          "a molecule needs anchors: " + anchorX.length + " x, " + anchorY.length + " y");
    }
  }

  /**
   * PTCDA on Ag(111). Anchors are the four carboxylic oxygens where the fact sheet has them; the
   * outline is that of the nuclei and van der Waals radii of O 1.4 Å and H 1.1 Å, and covers 116 Å²
   * of the 119.5 Å² that a molecule has in its layer. The tip bond is that of the flexible model,
   * 1.0 eV, 1.5 1/Å, 2.25 Å. That an oxygen's barrier is 50 meV is a modelling choice.
   */
  public static RigidMolecule ptcdaOnSilver() {
    return new RigidMolecule(
        new MoleculeOutline(
            new double[] {7.2, 7.2, 3.9, -3.9, -7.2, -7.2, -3.9, 3.9},
            new double[] {-2.4, 2.4, 4.5, 4.5, 2.4, -2.4, -4.5, -4.5}),
        new double[] {5.811, -5.811, -5.811, 5.811},
        new double[] {2.229, 2.229, -2.229, -2.229},
        LatticePotential.overTops(MetalSurface.AG111.nearestNeighbourAngstrom(), 0.05),
        new MorseBond(1.0, 1.5, 2.25));
  }

  @Override
  public double[] anchorX() {
    return anchorX.clone();
  }

  @Override
  public double[] anchorY() {
    return anchorY.clone();
  }
}
