/**
 * Seeded, named random streams that can be saved and restored. Nothing else in the project draws a
 * random number.
 */
@NullMarked
package org.tipwright.env.random;

import org.jspecify.annotations.NullMarked;
