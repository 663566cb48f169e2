package org.tipwright.physics.lift.planar;

/**
 * Energy of the chain and its gradient along the motions that the joints permit: the rotation of
 * each segment, the chain being hinged at node 0, the shift of the whole, and the sideways
 * displacement.
 */
final class ChainGradient {

  private final ChainField field;
  private final double length;
  private final double stiffness;
  private final double[] turning;
  private final double[] bending;
  private double pushX;
  private double pushZ;
  private double energyEv;

  ChainGradient(PlanarChain chain, ChainField field) {
    this.field = field;
    this.length = chain.segmentAngstrom();
    this.stiffness = chain.bendingEvPerRadian();
    this.turning = new double[chain.segments()];
    this.bending = new double[chain.segments()];
  }

  /**
   * Evaluates a state of the chain.
   *
   * @param x node positions in Å
   * @param z node heights in Å
   * @param angles of the segments, in rad
   * @param y sideways displacement in Å
   * @return the largest generalised force in eV/Å, torques counted per segment length
   */
  double evaluate(double[] x, double[] z, double[] angles, double y) {
    energyEv = field.evaluate(x, z, y);
    double[] forceX = field.forceX();
    double[] forceZ = field.forceZ();
    int last = turning.length - 1;
    double largest = Math.abs(field.forceSideways());
    pushX = 0;
    pushZ = 0;
    for (int i = last; i >= 0; i--) {
      pushX += forceX[i + 1];
      pushZ += forceZ[i + 1];
      bending[i] = 0;
      if (i > 0) {
        double kink = angles[i - 1] - angles[i];
        bending[i] += stiffness * kink;
        energyEv += 0.5 * stiffness * kink * kink;
      }
      if (i < last) {
        bending[i] += stiffness * (angles[i + 1] - angles[i]);
      }
      turning[i] = (x[i + 1] - x[i]) * pushZ - (z[i + 1] - z[i]) * pushX + bending[i];
      largest = Math.max(largest, Math.abs(turning[i]) / length);
    }
    pushX += forceX[0];
    pushZ += forceZ[0];
    return Math.max(largest, Math.max(Math.abs(pushX), Math.abs(pushZ)));
  }

  /** Energy of the evaluated state, in eV. */
  double energyEv() {
    return energyEv;
  }

  /** Torque on segment i and all beyond it about its inner end, in eV/rad. */
  double turning(int i) {
    return turning[i];
  }

  /** The part of segment i's own torque that bending gives, in eV/rad. */
  double bending(int i) {
    return bending[i];
  }

  /** Sum of all forces along x, in eV/Å. */
  double pushX() {
    return pushX;
  }

  /** Sum of all forces along z, in eV/Å. */
  double pushZ() {
    return pushZ;
  }
}
