package org.tipwright.physics.lift.planar;

/** What acts on a chain besides its own bending: energies in eV, forces in eV/Å. */
interface ChainField {

  /**
   * Energy in eV of all but bending, filling the forces.
   *
   * @param x node positions along the chain's plane, in Å
   * @param z node heights above the flat molecule, in Å
   * @param y out-of-plane displacement of the held end, in Å
   */
  double evaluate(double[] x, double[] z, double y);

  /** Force on each node along x. */
  double[] forceX();

  /** Force on each node along z. */
  double[] forceZ();

  /** Force on the held end across the plane. */
  double forceSideways();

  /** Gives up what has been stretched beyond any return; true if something was. */
  boolean letGo();

  /** What to say about the outside when a relaxation fails: where the tip is, what is loaded. */
  String where();
}
