package org.tipwright.bridge.microscope.specimen;

import java.util.random.RandomGenerator;
import org.tipwright.physics.junction.MolecularJunction;
import org.tipwright.physics.junction.TunnellingGap;

/**
 * A molecule that hangs free under the tip. It lengthens the tip: at the same current the tip is 3
 * to 13 Å higher. Lowered until it lies flat it may let go, as bias and time have it. The numbers
 * are modelling choices.
 *
 * @param junction its own conductance
 * @param lengthAngstrom from the tip's contact with it to its lower end
 */
record Burden(MolecularJunction junction, double lengthAngstrom) {

  private static final double LENGTH_ANGSTROM = 12;
  private static final double SPREAD_DECADES = 0.3;

  /** Below this height over contact it lies flat. */
  private static final double FLAT_ANGSTROM = 0.5;

  static Burden draw(RandomGenerator random) {
    return new Burden(
        MolecularJunction.ptcdaOnSilver().weakenedBy(SPREAD_DECADES * random.nextGaussian()),
        LENGTH_ANGSTROM);
  }

  /** Conductance in nS at a height of the tip over the image of what lies below. */
  double nanosiemens(double heightAngstrom) {
    double overContact = heightAngstrom - Grip.CONTACT_ANGSTROM;
    double gap = Math.max(0, overContact - lengthAngstrom);
    double saturated = junction.bondedNanosiemens(overContact - gap, 0);
    return saturated * StrictMath.exp(-TunnellingGap.silver().decayPerAngstrom() * gap);
  }

  boolean liesFlat(double heightAngstrom) {
    return heightAngstrom - Grip.CONTACT_ANGSTROM < FLAT_ANGSTROM;
  }
}
