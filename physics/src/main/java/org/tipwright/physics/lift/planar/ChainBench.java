package org.tipwright.physics.lift.planar;

import org.tipwright.physics.NotConverged;

/**
 * The lift engine's chain on a test bench: the same bodies, hinges, bending and relaxation, with
 * loads and supports in place of a tip. This is how the mechanics behind a lift is held against
 * closed formulas of beams and tapes.
 */
public final class ChainBench {

  private final PlanarChain chain;
  private final BenchField field;
  private final ChainBodies bodies;
  private final ChainRelaxation relaxation;
  private final double tolerance;

  /**
   * A chain that lies flat, unloaded, its far end at x = 0.
   *
   * @param toleranceEvPerAngstrom largest generalised force left by a relaxation
   */
  public ChainBench(PlanarChain chain, double toleranceEvPerAngstrom) {
    this.chain = chain;
    this.tolerance = toleranceEvPerAngstrom;
    this.field = new BenchField(chain);
    this.bodies =
        new ChainBodies(
            chain.segments(),
            chain.segmentAngstrom(),
            PlanarLift.SEGMENT_MASS,
            PlanarLift.SEGMENT_INERTIA);
    this.relaxation =
        new ChainRelaxation(
            field, new ChainGradient(chain, field), bodies, PlanarLift.SIDEWAYS_MASS);
    relaxation.layFlat();
  }

  /**
   * Holds a node, where it lies in the flat chain, by a spring in one direction of the plane.
   *
   * @param radians the direction: 0 along the chain, π/2 up
   * @param stiffnessEvPerAngstrom2 of the spring; beyond some 5 the largest time step is too coarse
   */
  public ChainSupport hold(int node, double radians, double stiffnessEvPerAngstrom2) {
    double at = node * chain.segmentAngstrom() * StrictMath.cos(radians);
    ChainSupport support = new ChainSupport(node, radians, stiffnessEvPerAngstrom2, at);
    field.add(support);
    return support;
  }

  /** Puts a force on a node that neither turns nor fades, in eV/Å, in place of an earlier one. */
  public void load(int node, double xEvPerAngstrom, double zEvPerAngstrom) {
    field.load(node, xEvPerAngstrom, zEvPerAngstrom);
  }

  /**
   * Relaxes under what holds and loads the chain now.
   *
   * @throws NotConverged if no relaxed state is found
   */
  public void relax() throws NotConverged {
    relaxation.relax(tolerance);
  }

  /** Position of a node along the chain, in Å. */
  public double xAngstrom(int node) {
    return bodies.nodeX()[node];
  }

  /** Height of a node above the flat chain, in Å. */
  public double zAngstrom(int node) {
    return bodies.nodeZ()[node];
  }

  /** World steps taken so far. */
  public long worldSteps() {
    return relaxation.worldSteps();
  }
}
