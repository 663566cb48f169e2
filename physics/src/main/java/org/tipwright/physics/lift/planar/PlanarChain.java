package org.tipwright.physics.lift.planar;

/**
 * A flexible sheet seen from its side: rigid segments of equal length, hinged, with a spring in
 * each hinge and a smooth metal below. Half of each segment's adsorption acts on either of its
 * ends.
 *
 * @param segments number of rigid segments; there is one node more
 * @param segmentAngstrom length of a segment, in Å
 * @param bendingEvPerRadian torque constant between neighbouring segments, in eV/rad²: the bending
 *     stiffness divided by the length of a segment
 * @param adsorptionEv 9-3 well of the whole chain, in eV
 * @param adsorptionAngstrom distance of the 9-3 minimum from the image plane, in Å
 * @param endWellEv what either end node is bound by beyond that, in eV, in the same 9-3 law
 */
public record PlanarChain(
    int segments,
    double segmentAngstrom,
    double bendingEvPerRadian,
    double adsorptionEv,
    double adsorptionAngstrom,
    double endWellEv) {

  public PlanarChain {
    if (segments < 2
        || !(segmentAngstrom > 0)
        || !(bendingEvPerRadian > 0)
        || !(adsorptionEv >= 0)
        || !(adsorptionAngstrom > 0)
        || !(endWellEv >= 0)) {
      throw new IllegalArgumentException(
          "planar chain: "
              + segments
              + " segments of "
              + segmentAngstrom
              + " Å, bending "
              + bendingEvPerRadian
              + " eV/rad², adsorption "
              + adsorptionEv
              + " eV at "
              + adsorptionAngstrom
              + " Å, ends "
              + endWellEv
              + " eV");
    }
  }

  /** Number of nodes. */
  public int nodes() {
    return segments + 1;
  }

  /** Length of the chain, in Å. */
  public double lengthAngstrom() {
    return segments * segmentAngstrom;
  }

  /** Bending stiffness EI, in eV·Å. */
  public double bendingStiffnessEvAngstrom() {
    return bendingEvPerRadian * segmentAngstrom;
  }

  /** Adsorption per length γ', in eV/Å. */
  public double adhesionEvPerAngstrom() {
    return adsorptionEv / lengthAngstrom();
  }

  /**
   * The same sheet, length, bending stiffness and adsorption, cut into another number of segments.
   */
  public PlanarChain withSegments(int number) {
    double coarser = (double) segments / number;
    return new PlanarChain(
        number,
        segmentAngstrom * coarser,
        bendingEvPerRadian / coarser,
        adsorptionEv,
        adsorptionAngstrom,
        endWellEv);
  }
}
