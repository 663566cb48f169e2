/**
 * The molecular lift engine: a flexible molecule, all its atoms, on a corrugated metal among the
 * neighbours of its layer. Every state it shows is a relaxed minimum.
 */
@NullMarked
package org.tipwright.physics.lift.molecular;

import org.jspecify.annotations.NullMarked;
