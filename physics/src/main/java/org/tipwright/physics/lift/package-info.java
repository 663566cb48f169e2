/**
 * Engines that let a tip, bonded to a molecule, pull it out of its neighbourhood. Every state they
 * return is relaxed.
 */
@NullMarked
package org.tipwright.physics.lift;

import org.jspecify.annotations.NullMarked;
