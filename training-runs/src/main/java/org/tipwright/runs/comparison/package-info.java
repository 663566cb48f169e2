/**
 * Learners compared: many runs on all cores, the statistics over their seeds, tables and figures.
 * What a run is and how it is played stands in {@code agents.benchmark}.
 */
@NullMarked
package org.tipwright.runs.comparison;

import org.jspecify.annotations.NullMarked;
