/**
 * The lattice of a close-packed metal surface: its sites, and the potential that an adsorbate feels
 * on it. Coordinates are lateral, in Å, x along a close-packed row, a top site at the origin.
 */
@NullMarked
package org.tipwright.physics.lattice;

import org.jspecify.annotations.NullMarked;
