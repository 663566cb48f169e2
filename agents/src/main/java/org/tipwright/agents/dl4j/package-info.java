/**
 * A DQN made of DL4J's own parts alone, as a baseline: its layers, its updater, its {@code output}
 * and {@code fit}. Nothing of our kernel runs in it.
 */
@NullMarked
package org.tipwright.agents.dl4j;

import org.jspecify.annotations.NullMarked;
