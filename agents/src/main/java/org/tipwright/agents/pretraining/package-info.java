/**
 * An agent that was pretrained in simulation: it brings maps of simulated tips and asks which of
 * them explain what it has seen. It knows nothing of a tip but its own attempts.
 */
@NullMarked
package org.tipwright.agents.pretraining;

import org.jspecify.annotations.NullMarked;
