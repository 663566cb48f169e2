package org.tipwright.physics.junction;

/**
 * A gap that a molecule may bridge: two channels side by side, the vacuum and the molecule, which
 * saturate together at G₀. At a rupture the second is gone at once. The three constants of the
 * molecule's channel are modelling choices.
 *
 * @param gap the vacuum channel
 * @param contactTransmission transmission of the molecule's channel at height 0
 * @param decadesPerAngstrom by how many decades it falls per Å of tip height
 */
public record MolecularJunction(
    TunnellingGap gap, double contactTransmission, double decadesPerAngstrom) {

  private static final double LN_10 = 2.302585092994046;

  public MolecularJunction {
    if (!(contactTransmission > 0) || !(decadesPerAngstrom >= 0)) {
      throw new IllegalArgumentException(
          "a molecule's channel needs a transmission above 0 and a decay of at least 0, not "
              + contactTransmission
              + " and "
              + decadesPerAngstrom
              + " per Å");
    }
  }

  /**
   * PTCDA on silver, heights counting from contact with its oxygen: point contact 4.2 Å below, 0.1
   * G₀ at contact, 0.35 decades per Å.
   */
  public static MolecularJunction ptcdaOnSilver() {
    return new MolecularJunction(new TunnellingGap(4.5, -4.2), 0.1, 0.35);
  }

  /** The same junction with a molecule that conducts so many decades less. */
  public MolecularJunction weakenedBy(double decades) {
    return new MolecularJunction(
        gap, contactTransmission * StrictMath.pow(10, -decades), decadesPerAngstrom);
  }

  /** Conductance in nS of the bare tip. */
  public double rupturedNanosiemens(double heightAngstrom) {
    return gap.nanosiemens(heightAngstrom);
  }

  /**
   * Conductance in nS while the molecule hangs between tip and metal.
   *
   * @param heightAngstrom tip height relative to contact
   * @param stretchAngstrom by how much the bond to the tip is longer than at rest; it costs as much
   *     as a vacuum gap of that width
   */
  public double bondedNanosiemens(double heightAngstrom, double stretchAngstrom) {
    double vacuum = StrictMath.exp(gap.logTransparency(heightAngstrom));
    double molecule =
        contactTransmission
            * StrictMath.exp(
                -LN_10 * decadesPerAngstrom * heightAngstrom
                    - gap.decayPerAngstrom() * stretchAngstrom);
    double both = vacuum + molecule;
    return TunnellingGap.QUANTUM_NANOSIEMENS * both / (1 + both);
  }
}
