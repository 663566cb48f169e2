package org.tipwright.physics.slide;

import org.tipwright.physics.lattice.LateralExpansion;

/** What an adsorbate feels of the tip. */
public interface TipPotential {

  /**
   * Adds energy, slope and curvature over the adsorbate's lateral coordinates.
   *
   * @param dx adsorbate's x minus the tip's, in Å; likewise {@code dy}
   * @param height of the apex over the adsorbate's plane, in Å
   */
  void addTo(LateralExpansion sum, double dx, double dy, double height);

  /** dU/dheight in eV/Å: what pulls the tip down where it is positive. */
  double verticalSlope(double dx, double dy, double height);
}
