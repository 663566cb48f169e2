package org.tipwright.physics.lift.molecular;

import org.tipwright.physics.forcefield.MorseBond;

/**
 * The Morse bond between an elastic tip and the held oxygen. The apex is held by an isotropic
 * spring, so it moves along the line to the oxygen, and spring and bond are in series: one
 * effective law of the distance between the tip at rest and the oxygen.
 */
final class ElasticBond {

  private static final double CLOSE_ENOUGH = 1e-13;
  private static final int MOST_ITERATIONS = 50;

  private final double springEvPerAngstrom2;
  private MorseBond bond = new MorseBond(1, 1, 1);
  private double stretch;
  private double energy;
  private double slope;
  private double curvature;

  ElasticBond(double springEvPerAngstrom2) {
    this.springEvPerAngstrom2 = springEvPerAngstrom2;
  }

  void set(MorseBond newBond) {
    double softest =
        newBond.depthEv()
            * newBond.inverseWidthPerAngstrom()
            * newBond.inverseWidthPerAngstrom()
            / 4;
    if (!(springEvPerAngstrom2 > softest)) {
      throw new IllegalArgumentException(
          "a tip of "
              + springEvPerAngstrom2
              + " eV/Å² is softer than its bond's "
              + softest
              + " eV/Å² and would snap");
    }
    bond = newBond;
  }

  /** Evaluates the law at a distance in Å. */
  void evaluate(double distanceAngstrom) {
    double s = 0;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double a = bond.inverseWidthPerAngstrom();
      double e = StrictMath.exp(-a * (distanceAngstrom - s - bond.lengthAngstrom()));
      slope = 2 * bond.depthEv() * a * e * (1 - e);
      curvature = 2 * bond.depthEv() * a * a * e * (2 * e - 1);
      energy = bond.depthEv() * e * (e - 2);
      double step = (slope - springEvPerAngstrom2 * s) / (springEvPerAngstrom2 + curvature);
      if (Math.abs(step) < CLOSE_ENOUGH) {
        break;
      }
      s += step;
    }
    stretch = distanceAngstrom - s - bond.lengthAngstrom();
    energy += 0.5 * springEvPerAngstrom2 * s * s;
    curvature = springEvPerAngstrom2 * curvature / (springEvPerAngstrom2 + curvature);
  }

  /** By how much the bond itself is longer than at its minimum, in Å. */
  double stretchAngstrom() {
    return stretch;
  }

  double energyEv() {
    return energy;
  }

  double slopeEvPerAngstrom() {
    return slope;
  }

  double curvatureEvPerAngstrom2() {
    return curvature;
  }

  MorseBond bond() {
    return bond;
  }
}
