/**
 * What a training run does when: rounds, lane groups, validation, checkpoints, and where it ends.
 * Everything here is a pure function of settings and counters, never of the clock.
 */
@NullMarked
package org.tipwright.runs.schedule;

import org.jspecify.annotations.NullMarked;
