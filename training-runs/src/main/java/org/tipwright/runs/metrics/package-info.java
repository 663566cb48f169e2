/**
 * What a run measured, round by round, as CSV and as TensorBoard events. All columns but the last
 * two follow from settings and seed alone; those two tell of the clock.
 */
@NullMarked
package org.tipwright.runs.metrics;

import org.jspecify.annotations.NullMarked;
