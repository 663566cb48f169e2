/**
 * What an instrument measures of the junction: the current and a qPlus sensor's frequency shift.
 */
@NullMarked
package org.tipwright.physics.junction;

import org.jspecify.annotations.NullMarked;
