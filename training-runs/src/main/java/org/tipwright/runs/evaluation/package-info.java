/**
 * Plays policies on sites that no training has seen, and says how sure the share of successes is.
 * Results depend on settings and seed alone, never on the number of threads.
 */
@NullMarked
package org.tipwright.runs.evaluation;

import org.jspecify.annotations.NullMarked;
