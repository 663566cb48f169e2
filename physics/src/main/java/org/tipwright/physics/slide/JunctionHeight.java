package org.tipwright.physics.slide;

/**
 * Junction resistance and tip height over an adsorbate: one quantum of conductance at contact, one
 * decade less per step of height. Section 3 of the fact sheet; the contact height is a modelling
 * choice.
 *
 * @param contactAngstrom distance of apex and adsorbate at which the conductance is G₀
 * @param angstromPerDecade about 1: the vacuum gap of a metal of 4 to 5 eV work function
 */
public record JunctionHeight(double contactAngstrom, double angstromPerDecade) {

  /** 1/G₀ in Ω. */
  public static final double QUANTUM_OHM = 12_906.4;

  private static final double LN_10 = 2.302585092994046;

  public JunctionHeight {
    if (!(contactAngstrom > 0) || !(angstromPerDecade > 0)) {
      throw new IllegalArgumentException(
          "junction: contact at " + contactAngstrom + " Å, " + angstromPerDecade + " Å per decade");
    }
  }

  /** Height in Å of a tip straight above an adsorbate at a junction resistance of at least 1/G₀. */
  public double heightAngstrom(double resistanceOhm) {
    if (!(resistanceOhm >= QUANTUM_OHM)) {
      throw new IllegalArgumentException(
          "junction of " + resistanceOhm + " Ω: less than one quantum, " + QUANTUM_OHM + " Ω");
    }
    return contactAngstrom
        + angstromPerDecade * StrictMath.log(resistanceOhm / QUANTUM_OHM) / LN_10;
  }

  /** Conductance in G₀ over a distance of apex and adsorbate in Å. */
  public double conductanceQuanta(double distanceAngstrom) {
    double gap = Math.max(0, distanceAngstrom - contactAngstrom);
    return StrictMath.exp(-LN_10 * gap / angstromPerDecade);
  }

  /** Current in nA through an adsorbate at a bias in V. */
  public double currentNanoampere(double distanceAngstrom, double biasVolt) {
    return 1e9 * Math.abs(biasVolt) / QUANTUM_OHM * conductanceQuanta(distanceAngstrom);
  }
}
