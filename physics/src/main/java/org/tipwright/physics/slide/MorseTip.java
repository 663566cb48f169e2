package org.tipwright.physics.slide;

import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LateralExpansion;

/**
 * A tip whose apex atom attracts an adsorbate, and repels it nearer than the bond's length: the
 * wall that pushes is kept.
 *
 * @param bond between apex and adsorbate
 */
public record MorseTip(MorseBond bond) implements TipPotential {

  @Override
  public void addTo(LateralExpansion sum, double dx, double dy, double height) {
    RadialBond.add(sum, bond, dx, dy, height);
  }

  @Override
  public double verticalSlope(double dx, double dy, double height) {
    double r = RadialBond.distance(dx, dy, height);
    return bond.slopeEvPerAngstrom(r) * height / r;
  }
}
