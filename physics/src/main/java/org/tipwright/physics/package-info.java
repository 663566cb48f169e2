/**
 * The simulated junction: pure functions of state, tip position and seed. No rewards, no episodes,
 * no native code.
 */
@NullMarked
package org.tipwright.physics;

import org.jspecify.annotations.NullMarked;
