/**
 * The bridge to RL4J: its agents learn on our environments, as a baseline. RL4J is no longer
 * maintained, so nothing outside this package may know it.
 */
@NullMarked
package org.tipwright.agents.rl4j;

import org.jspecify.annotations.NullMarked;
