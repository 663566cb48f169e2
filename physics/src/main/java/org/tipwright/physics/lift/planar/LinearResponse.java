package org.tipwright.physics.lift.planar;

/**
 * The stiffness that a tip feels when it moves up and down by little and the molecule follows:
 * {@code k = E_tt − E_tq E_qq⁻¹ E_qt}, t the tip's height, q the chain's coordinates. The second
 * derivatives are central differences of the analytic gradient.
 */
final class LinearResponse {

  private static final double STEP = 1e-4;

  private final PlanarChain chain;
  private final PlanarForceField field;
  private final ChainGradient gradient;
  private final int size;
  private final double[] q;
  private final double[] angles;
  private final double[] x;
  private final double[] z;
  private final double[] plus;
  private final double[] minus;
  private final double[] coupling;
  private final double[] rightSide;
  private final double[][] hessian;
  private double tipX;
  private double tipY;
  private double tipZ;

  LinearResponse(PlanarChain chain, PlanarForceField field, ChainGradient gradient) {
    this.chain = chain;
    this.field = field;
    this.gradient = gradient;
    int segments = chain.segments();
    this.size = segments + 3;
    this.q = new double[size];
    this.angles = new double[segments];
    this.x = new double[segments + 1];
    this.z = new double[segments + 1];
    this.plus = new double[size];
    this.minus = new double[size];
    this.coupling = new double[size];
    this.rightSide = new double[size];
    this.hessian = new double[size][size];
  }

  /** Stiffness dF/dz in eV/Å² of a relaxed chain with an intact bond. */
  double verticalStiffness(ChainBodies bodies, double y, double atX, double atY, double atZ) {
    tipX = atX;
    tipY = atY;
    tipZ = atZ;
    int segments = angles.length;
    for (int i = 0; i < segments; i++) {
      q[i] = bodies.angle(i);
    }
    q[segments] = bodies.nodeX()[0];
    q[segments + 1] = bodies.nodeZ()[0];
    q[segments + 2] = y;
    for (int j = 0; j < size; j++) {
      double kept = q[j];
      q[j] = kept + STEP;
      forces(plus);
      q[j] = kept - STEP;
      forces(minus);
      q[j] = kept;
      for (int i = 0; i < size; i++) {
        hessian[i][j] = (minus[i] - plus[i]) / (2 * STEP);
      }
    }
    tipZ = atZ + STEP;
    double pullAbove = forces(plus);
    tipZ = atZ - STEP;
    double pullBelow = forces(minus);
    for (int i = 0; i < size; i++) {
      coupling[i] = (minus[i] - plus[i]) / (2 * STEP);
      rightSide[i] = coupling[i];
    }
    LinearEquations.solve(hessian, rightSide);
    // The field and the gradient go back to the state that was asked about.
    tipZ = atZ;
    forces(plus);
    double stiffness = (pullAbove - pullBelow) / (2 * STEP);
    for (int i = 0; i < size; i++) {
      stiffness -= coupling[i] * rightSide[i];
    }
    return stiffness;
  }

  /**
   * Generalised forces of the state q; returns the tip's energy slope along its height, in eV/Å.
   */
  private double forces(double[] out) {
    int segments = angles.length;
    x[0] = q[segments];
    z[0] = q[segments + 1];
    for (int i = 0; i < segments; i++) {
      angles[i] = q[i];
      x[i + 1] = x[i] + chain.segmentAngstrom() * StrictMath.cos(q[i]);
      z[i + 1] = z[i] + chain.segmentAngstrom() * StrictMath.sin(q[i]);
    }
    field.tipAt(tipX, tipY, tipZ);
    gradient.evaluate(x, z, angles, q[segments + 2]);
    for (int i = 0; i < segments; i++) {
      out[i] = gradient.turning(i);
    }
    out[segments] = gradient.pushX();
    out[segments + 1] = gradient.pushZ();
    out[segments + 2] = field.forceSideways();
    return field.tipForce() * (tipZ - z[segments]) / field.bondLength();
  }
}
