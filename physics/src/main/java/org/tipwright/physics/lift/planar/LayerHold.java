package org.tipwright.physics.lift.planar;

/**
 * How the molecules beyond both ends hold the chain: a CH…O hydrogen bond at either end, and a row
 * of sites that cage it.
 *
 * @param farHydrogenBondEv depth of the far end's hydrogen bond, in eV
 * @param heldHydrogenBondEv the same of the held end, in eV
 * @param contactEv depth of the van der Waals contact of a node with one site, in eV
 * @param contactAngstrom distance of that contact's minimum, in Å
 * @param siteSpacingAngstrom distance between the sites of a neighbour, in Å
 */
public record LayerHold(
    double farHydrogenBondEv,
    double heldHydrogenBondEv,
    double contactEv,
    double contactAngstrom,
    double siteSpacingAngstrom) {

  public LayerHold {
    if (!(farHydrogenBondEv >= 0)
        || !(heldHydrogenBondEv >= 0)
        || !(contactEv >= 0)
        || !(contactAngstrom > 0)
        || !(siteSpacingAngstrom > 0)) {
      throw new IllegalArgumentException(
          "layer: hydrogen bonds "
              + farHydrogenBondEv
              + " and "
              + heldHydrogenBondEv
              + " eV, contact "
              + contactEv
              + " eV at "
              + contactAngstrom
              + " Å, sites "
              + siteSpacingAngstrom
              + " Å apart");
    }
  }

  /** The same neighbours with a hydrogen bond of another depth at the far end, in eV. */
  public LayerHold withFarHydrogenBondEv(double depthEv) {
    return new LayerHold(
        depthEv, heldHydrogenBondEv, contactEv, contactAngstrom, siteSpacingAngstrom);
  }

  /** No neighbours: nothing holds. */
  public LayerHold absent() {
    return new LayerHold(0, 0, 0, contactAngstrom, siteSpacingAngstrom);
  }

  /** The same hold on a chain that has this many times as many nodes. */
  LayerHold sharedBy(double times) {
    return new LayerHold(
        farHydrogenBondEv,
        heldHydrogenBondEv,
        contactEv / times,
        contactAngstrom,
        siteSpacingAngstrom);
  }
}
