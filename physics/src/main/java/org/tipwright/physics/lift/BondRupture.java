package org.tipwright.physics.lift;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.TiltedBarrier;

/** What keeps a pulled bond from breaking. */
public final class BondRupture {

  private BondRupture() {}

  /**
   * Barrier in eV that is left of a Morse bond under a pull.
   *
   * @param bond the bond
   * @param pullEvPerAngstrom the pull; a push leaves the barrier whole
   */
  public static double barrierEv(MorseBond bond, double pullEvPerAngstrom) {
    double largest = bond.inverseWidthPerAngstrom() * bond.depthEv() / 2;
    return TiltedBarrier.morseEv(bond.depthEv(), pullEvPerAngstrom / largest);
  }
}
