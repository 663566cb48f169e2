package org.tipwright.runs.experiment;

import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.molecule.Molecule;

/**
 * What is lifted, from where, and how firmly the tip holds it.
 *
 * @param surface the metal
 * @param molecule what is lifted
 * @param layer what lies around it
 * @param corner which corner oxygen the tip holds, 0 to 3
 * @param strengthNanonewton what the tip's bond bears
 * @param unbreakable whether the bond is one of 3 eV and 3.75 nN instead, so that the force needed
 *     can be read
 */
public record LiftSetting(
    Substrate surface,
    Molecule molecule,
    LayerChoice layer,
    int corner,
    double strengthNanonewton,
    boolean unbreakable) {

  /** Depth of the bond that no lift breaks, in eV: far above every adsorption energy here. */
  static final double UNBREAKABLE_EV = 3;

  /** Strength of the bond that no lift breaks, in nN: a Morse bond of 3 eV and 1.56 1/Å. */
  static final double UNBREAKABLE_NANONEWTON = 3.75;

  public LiftSetting {
    if (!(strengthNanonewton > 0 && strengthNanonewton <= 10)) {
      throw new IllegalArgumentException(
          "a bond strength of " + strengthNanonewton + " nN is not within 0 to 10 nN");
    }
  }

  /** What the tip's bond bears, in nN. */
  double bondStrengthNanonewton() {
    return unbreakable ? UNBREAKABLE_NANONEWTON : strengthNanonewton;
  }

  /** The same with a bond that no lift breaks. */
  public LiftSetting madeUnbreakable() {
    return new LiftSetting(surface, molecule, layer, corner, strengthNanonewton, true);
  }
}
