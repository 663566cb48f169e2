package org.tipwright.physics.lift.planar;

/**
 * How the metal holds the two carboxylic oxygens of the far end: a well for each, pinned laterally
 * with the period of the lattice, fading with height.
 *
 * @param wellEv depth of either well, in eV
 * @param latticeAngstrom period of the lateral pinning, in Å
 * @param fadeAngstrom height over which a well fades by e, in Å
 * @param spacingAngstrom distance of the second oxygen from the far end along the chain, in Å
 */
public record OxygenPins(
    double wellEv, double latticeAngstrom, double fadeAngstrom, double spacingAngstrom) {

  public OxygenPins {
    if (!(wellEv >= 0)
        || !(latticeAngstrom > 0)
        || !(fadeAngstrom > 0)
        || !(spacingAngstrom >= 0)) {
      throw new IllegalArgumentException(
          "oxygen pins: "
              + wellEv
              + " eV, period "
              + latticeAngstrom
              + " Å, fading over "
              + fadeAngstrom
              + " Å, "
              + spacingAngstrom
              + " Å apart");
    }
  }

  /** The same oxygens in wells of another depth, in eV. */
  public OxygenPins withWellEv(double depthEv) {
    return new OxygenPins(depthEv, latticeAngstrom, fadeAngstrom, spacingAngstrom);
  }
}
