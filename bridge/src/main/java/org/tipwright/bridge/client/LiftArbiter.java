package org.tipwright.bridge.client;

/**
 * Decides a lift by two measurements made after it, by the table of laboratory practice: is the tip
 * loaded, is the site vacant. A reading between the classes decides nothing.
 */
final class LiftArbiter {

  /** A bare tip's height is unchanged within this, in Å. */
  private static final double BARE_WITHIN_ANGSTROM = 0.3;

  private static final double LOADED_FROM_ANGSTROM = 3;
  private static final double LOADED_TO_ANGSTROM = 13;

  /** A quarter and three quarters of the flat molecule's apparent height: a modelling choice. */
  private static final double VACANCY_BELOW_ANGSTROM = 0.45;

  private static final double MOLECULE_ABOVE_ANGSTROM = 1.35;

  private LiftArbiter() {}

  /**
   * The outcome.
   *
   * @param tipChangeAngstrom height over a bare spot minus that of the bare tip
   * @param siteAngstrom apparent height at the site over the bare metal
   */
  static LiftOutcome decide(double tipChangeAngstrom, double siteAngstrom) {
    boolean bare = Math.abs(tipChangeAngstrom) <= BARE_WITHIN_ANGSTROM;
    boolean loaded =
        tipChangeAngstrom >= LOADED_FROM_ANGSTROM && tipChangeAngstrom <= LOADED_TO_ANGSTROM;
    boolean vacant = siteAngstrom <= VACANCY_BELOW_ANGSTROM;
    boolean occupied = siteAngstrom >= MOLECULE_ABOVE_ANGSTROM;
    if (loaded && vacant) {
      return LiftOutcome.SUCCESS;
    }
    if (bare && vacant) {
      return LiftOutcome.DROPPED;
    }
    if (bare && occupied) {
      return LiftOutcome.RUPTURE;
    }
    return loaded && occupied ? LiftOutcome.TIP_CHANGED : LiftOutcome.UNKNOWN;
  }
}
