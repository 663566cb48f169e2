package org.tipwright.physics.lift.molecular;

/**
 * A rigid, flat molecule beside the one that is lifted, in that one's frame.
 *
 * @param xAngstrom its centre along the lifted molecule's long axis
 * @param yAngstrom its centre across it
 * @param turnRadians how it is turned against the lifted molecule
 */
record Neighbour(double xAngstrom, double yAngstrom, double turnRadians) {

  double distanceAngstrom() {
    return StrictMath.sqrt(xAngstrom * xAngstrom + yAngstrom * yAngstrom);
  }
}
