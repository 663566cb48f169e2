package org.tipwright.physics.lift.molecular;

/**
 * An atom that wants to lie in the plane of its three neighbours.
 *
 * @param evPerAngstrom6 force constant of the squared triple product: that of the height over the
 *     neighbours' plane, divided by the squared area of their parallelogram
 */
record FlatCentre(int centre, int first, int second, int third, double evPerAngstrom6) {}
