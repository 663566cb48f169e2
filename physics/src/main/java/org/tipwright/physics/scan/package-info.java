/**
 * Images of a surface with adsorbates, as an STM tip of a given shape sees them. Tersoff and
 * Hamann's picture: the current follows the density of states at each apex's centre.
 */
@NullMarked
package org.tipwright.physics.scan;

import org.jspecify.annotations.NullMarked;
