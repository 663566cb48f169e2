/**
 * Policies that do not learn, and the oracle: what a trained agent must beat, and what it cannot.
 */
@NullMarked
package org.tipwright.agents.baseline;

import org.jspecify.annotations.NullMarked;
