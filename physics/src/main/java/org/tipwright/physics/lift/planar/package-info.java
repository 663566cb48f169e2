/**
 * The crude, fast lift engine: the molecule as a JBox2D chain in the vertical plane through the
 * held corner and the molecule's centre. Energies and forces are ours, joints and integration
 * JBox2D's.
 */
@NullMarked
package org.tipwright.physics.lift.planar;

import org.jspecify.annotations.NullMarked;
