package org.tipwright.physics.lift.planar;

/**
 * A stiff spring that holds one node of a chain on a test bench in one direction: {@code E = ½k(s −
 * s₀)²}, s the node's position along that direction.
 */
public final class ChainSupport {

  private final int node;
  private final double directionX;
  private final double directionZ;
  private final double stiffness;
  private double at;
  private double force;

  ChainSupport(int node, double radians, double stiffness, double at) {
    this.node = node;
    this.directionX = StrictMath.cos(radians);
    this.directionZ = StrictMath.sin(radians);
    this.stiffness = stiffness;
    this.at = at;
  }

  /** Moves the spring's other end by so many Å along its direction. */
  public void advance(double angstrom) {
    at += angstrom;
  }

  /** Force of the spring on its node along its direction, in eV/Å, when last relaxed. */
  public double forceEvPerAngstrom() {
    return force;
  }

  /** Adds the spring's forces and returns its energy in eV. */
  double pull(double[] x, double[] z, double[] forceX, double[] forceZ) {
    double stretch = at - directionX * x[node] - directionZ * z[node];
    force = stiffness * stretch;
    forceX[node] += force * directionX;
    forceZ[node] += force * directionZ;
    return 0.5 * force * stretch;
  }
}
