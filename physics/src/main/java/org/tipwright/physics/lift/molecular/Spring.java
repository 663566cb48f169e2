package org.tipwright.physics.lift.molecular;

/** A harmonic distance between two atoms: a bond, or the far ends of an angle. */
record Spring(int first, int second, double evPerAngstrom2, double restAngstrom) {}
