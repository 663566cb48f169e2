package org.tipwright.physics.slide;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LateralExpansion;

/**
 * What two adsorbates feel of one another: a Morse law that fades to nothing between 8 and 10 Å,
 * with continuous force and curvature. The fading, of some 10⁻⁴ eV, is a modelling choice that
 * makes the cost of many adsorbates grow with their number only.
 */
final class PairBond {

  private static final double FADES_FROM = 8;
  private static final double GONE = 10;
  private static final double WIDTH = GONE - FADES_FROM;

  private PairBond() {}

  static void add(LateralExpansion sum, MorseBond bond, double dx, double dy) {
    double square = dx * dx + dy * dy;
    if (square >= GONE * GONE) {
      return;
    }
    if (square <= FADES_FROM * FADES_FROM) {
      RadialBond.add(sum, bond, dx, dy, 0);
      return;
    }
    double r = StrictMath.sqrt(square);
    double depth = bond.depthEv();
    double alpha = bond.inverseWidthPerAngstrom();
    double e = StrictMath.exp(-alpha * (r - bond.lengthAngstrom()));
    double energy = depth * e * (e - 2);
    double slope = 2 * depth * alpha * e * (1 - e);
    double second = 2 * depth * alpha * alpha * e * (2 * e - 1);
    // The quintic step t³(10 − 15t + 6t²), 1 at t = 1 and 0 at t = 0, flat to second order at both.
    double t = (GONE - r) / WIDTH;
    double share = t * t * t * (10 - 15 * t + 6 * t * t);
    double shareSlope = -30 * t * t * (1 - t) * (1 - t) / WIDTH;
    double shareSecond = 60 * t * (1 - t) * (1 - 2 * t) / (WIDTH * WIDTH);
    double fadedSlope = slope * share + energy * shareSlope;
    double fadedSecond = second * share + 2 * slope * shareSlope + energy * shareSecond;
    double slopeOverDistance = fadedSlope / r;
    sum.addRadial(
        energy * share, dx, dy, slopeOverDistance, (fadedSecond - slopeOverDistance) / square);
  }
}
