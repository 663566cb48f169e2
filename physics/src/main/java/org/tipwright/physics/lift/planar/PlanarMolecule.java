package org.tipwright.physics.lift.planar;

/**
 * The molecule as a chain, and how its surroundings hold it. Node 0 is the far end, the last node
 * is held by the tip.
 *
 * @param segments number of rigid segments; there is one node more
 * @param segmentAngstrom length of a segment, in Å
 * @param bendingEvPerRadian torque constant between neighbouring segments, in eV/rad²
 * @param adsorptionEv 9-3 well of the whole chain, in eV
 * @param adsorptionAngstrom distance of the 9-3 minimum from the image plane, in Å
 * @param oxygenWellEv well of each of the two far carboxylic oxygens (nodes 0 and 1), in eV
 * @param latticeAngstrom period of the lateral pinning, in Å
 * @param oxygenFadeAngstrom height over which that well fades by e, in Å
 * @param farHydrogenBondEv depth of the far end's hydrogen bond to its neighbour, in eV
 * @param heldHydrogenBondEv the same of the held end, in eV
 * @param neighbourEv depth of the van der Waals contact with one site of a neighbour, in eV
 * @param neighbourAngstrom distance of that contact's minimum, in Å
 * @param tipBondEv depth of the bond to the tip, in eV
 * @param tipBondAngstrom length of the bond to the tip, in Å
 * @param sidewaysNanonewton force to which the out-of-plane elastic term rises, in nN
 * @param sidewaysAngstrom displacement over which it does so, in Å
 * @param sidewaysAsymmetry by how much the side of the second corner oxygen is stiffer, relative
 */
public record PlanarMolecule(
    int segments,
    double segmentAngstrom,
    double bendingEvPerRadian,
    double adsorptionEv,
    double adsorptionAngstrom,
    double oxygenWellEv,
    double latticeAngstrom,
    double oxygenFadeAngstrom,
    double farHydrogenBondEv,
    double heldHydrogenBondEv,
    double neighbourEv,
    double neighbourAngstrom,
    double tipBondEv,
    double tipBondAngstrom,
    double sidewaysNanonewton,
    double sidewaysAngstrom,
    double sidewaysAsymmetry) {

  /**
   * PTCDA in its layer on Ag(111). Chain, adsorption and oxygen wells: the planar limit of a 3D
   * force field (working values, see docs/decisions/0006). The sideways term is a modelling choice.
   */
  public static PlanarMolecule ptcdaOnSilver() {
    return new PlanarMolecule(
        8, 1.45, 7.14, 2.9, 1.68, 0.25, 2.885, 0.6, 0.30, 0.05, 0.03, 3.4, 1.0, 2.25, 0.45, 1.0,
        0.3);
  }

  /** Number of nodes. */
  public int nodes() {
    return segments + 1;
  }

  /** The same molecule, held by a bond to the tip of another depth in eV. */
  public PlanarMolecule withTipBondEv(double depthEv) {
    return new PlanarMolecule(
        segments,
        segmentAngstrom,
        bendingEvPerRadian,
        adsorptionEv,
        adsorptionAngstrom,
        oxygenWellEv,
        latticeAngstrom,
        oxygenFadeAngstrom,
        farHydrogenBondEv,
        heldHydrogenBondEv,
        neighbourEv,
        neighbourAngstrom,
        depthEv,
        tipBondAngstrom,
        sidewaysNanonewton,
        sidewaysAngstrom,
        sidewaysAsymmetry);
  }
}
