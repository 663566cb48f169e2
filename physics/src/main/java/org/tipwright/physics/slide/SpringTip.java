package org.tipwright.physics.slide;

import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lattice.LateralExpansion;

/**
 * A tip that holds an adsorbate by a lateral spring, whatever the height: the slider of Prandtl
 * (1928) and Tomlinson (1929), and of the theory of atomic friction since.
 *
 * @param stiffnessNewtonPerMetre of the spring
 */
public record SpringTip(double stiffnessNewtonPerMetre) implements TipPotential {

  @Override
  public void addTo(LateralExpansion sum, double dx, double dy, double height) {
    double k = stiffnessNewtonPerMetre / Units.NEWTON_PER_METRE_PER_EV_PER_ANGSTROM2;
    sum.addRadial(0.5 * k * (dx * dx + dy * dy), dx, dy, k, 0);
  }

  @Override
  public double verticalSlope(double dx, double dy, double height) {
    return 0;
  }
}
