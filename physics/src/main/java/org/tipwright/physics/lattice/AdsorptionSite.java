package org.tipwright.physics.lattice;

/** Sites of high symmetry on a (111) surface. */
public enum AdsorptionSite {
  /** On an atom of the top layer. */
  TOP,
  /** In a hollow with no atom of the second layer below. */
  FCC,
  /** In a hollow over an atom of the second layer. */
  HCP,
  /** Between two atoms of the top layer. */
  BRIDGE
}
