/**
 * What stands between the physics and whoever reads it: a piezo that creeps, drifts and lags,
 * noise, an amplifier with a rail, a feedback loop. Each fault can be off, and with all of them off
 * nothing is changed, to the last bit.
 */
@NullMarked
package org.tipwright.physics.instrument;

import org.jspecify.annotations.NullMarked;
