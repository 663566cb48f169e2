package org.tipwright.physics.slide;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LateralExpansion;

/** A Morse bond between two centres as a term of a lateral expansion. */
final class RadialBond {

  /** Nearer than this, in Å, the distance counts as this: the terms divide by it. */
  private static final double NEAREST_ANGSTROM = 1e-3;

  private RadialBond() {}

  static void add(LateralExpansion sum, MorseBond bond, double dx, double dy, double height) {
    double r = distance(dx, dy, height);
    double depth = bond.depthEv();
    double alpha = bond.inverseWidthPerAngstrom();
    double e = StrictMath.exp(-alpha * (r - bond.lengthAngstrom()));
    double slopeOverDistance = 2 * depth * alpha * e * (1 - e) / r;
    double second = 2 * depth * alpha * alpha * e * (2 * e - 1);
    sum.addRadial(
        depth * e * (e - 2), dx, dy, slopeOverDistance, (second - slopeOverDistance) / (r * r));
  }

  static double distance(double dx, double dy, double height) {
    return Math.max(StrictMath.sqrt(dx * dx + dy * dy + height * height), NEAREST_ANGSTROM);
  }
}
