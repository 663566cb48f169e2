/**
 * Rigid flat molecules moved over the surface by the tip, where they touch and push one another.
 * The bodies and their contacts are JBox2D's, the energies and forces are ours.
 */
@NullMarked
package org.tipwright.physics.slide.rigid;

import org.jspecify.annotations.NullMarked;
