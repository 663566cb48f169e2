package org.tipwright.physics.lift.molecular;

import org.tipwright.physics.forcefield.LennardJones;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.molecule.Element;

/**
 * What two atoms of different molecules feel: a Lennard-Jones contact with combined radii
 * (arithmetic) and depths (geometric mean), and in its place a Morse bond between hydrogen and
 * oxygen. Switched off smoothly between 8 and 10 Å. A repulsion U is taken as {@code U/√(1 + U²)},
 * U in eV, so that a grid can hold it: what an atom can climb in a lift, some 0.1 eV, is changed by
 * less than 1 %.
 */
final class Contact {

  static final double REACH_ANGSTROM = 10;
  private static final double SWITCH_ANGSTROM = 8;
  private static final double NEAREST_SQUARED = 0.25;

  private final LennardJones vanDerWaals;
  private final MorseBond hydrogenBond;
  private final boolean bonding;

  Contact(Element a, Element b, HydrogenBond bond) {
    vanDerWaals =
        new LennardJones(
            StrictMath.sqrt(a.contactEv() * b.contactEv()),
            0.5 * (a.contactAngstrom() + b.contactAngstrom()));
    hydrogenBond =
        new MorseBond(bond.depthEv(), bond.inverseWidthPerAngstrom(), bond.lengthAngstrom());
    bonding = a == Element.H && b == Element.O || a == Element.O && b == Element.H;
  }

  /** Energy in eV at a squared distance in Å². */
  double energyEv(double squared) {
    if (squared >= REACH_ANGSTROM * REACH_ANGSTROM) {
      return 0;
    }
    double energy =
        bonding
            ? hydrogenBond.energyEv(StrictMath.sqrt(squared))
            : vanDerWaals.energyEv(Math.max(squared, NEAREST_SQUARED));
    if (energy > 0) {
      return energy / StrictMath.sqrt(1 + energy * energy);
    }
    if (squared > SWITCH_ANGSTROM * SWITCH_ANGSTROM) {
      double t = (StrictMath.sqrt(squared) - SWITCH_ANGSTROM) / (REACH_ANGSTROM - SWITCH_ANGSTROM);
      energy *= 1 - t * t * t * (10 + t * (6 * t - 15));
    }
    return energy;
  }
}
