package org.tipwright.physics.junction;

/**
 * Conductance between tip and metal, as log10 of nS.
 *
 * <p>In vacuum it falls as {@code e^{−2κz}}, {@code 2κ = 1.0246 √φ} per Å with φ in eV, and
 * saturates at G₀. Through a lifted molecule it falls much more slowly with height, and by the
 * vacuum slope with the stretch of the bond to the tip; the two constants of that branch are a
 * modelling choice.
 *
 * @param workFunctionEv φ, in eV
 * @param pointContactAngstrom tip height relative to contact with the molecule at which a bare tip
 *     would touch the metal, in Å
 * @param contactLogG0 log10(G/G₀) through the molecule at contact
 * @param decadesPerAngstrom by how much that falls per Å of tip height
 */
public record JunctionConductance(
    double workFunctionEv,
    double pointContactAngstrom,
    double contactLogG0,
    double decadesPerAngstrom) {

  /** log10 of the conductance quantum, 77 481 nS. */
  public static final double LOG_G0_NANOSIEMENS = 4.889195;

  private static final double LN_10 = 2.302585092994046;

  /** PTCDA on silver: φ = 4.5 eV, point contact 4.2 Å below the contact with the oxygen. */
  public static JunctionConductance ptcdaOnSilver() {
    return new JunctionConductance(4.5, -4.2, -1.0, 0.35);
  }

  /** By how many decades a vacuum gap's conductance falls per Å. */
  public double vacuumDecadesPerAngstrom() {
    return 2 * 0.5123 * StrictMath.sqrt(workFunctionEv) / LN_10;
  }

  /** log10 of the conductance in nS of a bare tip at a height relative to contact, in Å. */
  public double vacuumLogNanosiemens(double heightAngstrom) {
    double gap = Math.max(0, heightAngstrom - pointContactAngstrom);
    return LOG_G0_NANOSIEMENS - vacuumDecadesPerAngstrom() * gap;
  }

  /**
   * log10 of the conductance in nS while the molecule hangs between tip and metal.
   *
   * @param heightAngstrom tip height relative to contact
   * @param stretchAngstrom by how much the bond to the tip is longer than at rest
   */
  public double bondedLogNanosiemens(double heightAngstrom, double stretchAngstrom) {
    double through =
        LOG_G0_NANOSIEMENS
            + contactLogG0
            - decadesPerAngstrom * heightAngstrom
            - vacuumDecadesPerAngstrom() * stretchAngstrom;
    return Math.max(through, vacuumLogNanosiemens(heightAngstrom));
  }
}
