/**
 * The actors of a training run: one supervisor, and under it rollout workers, a learner, an
 * evaluator and a checkpointer. They carry messages; what is computed is computed by plain classes.
 */
@NullMarked
package org.tipwright.runs.actor;

import org.jspecify.annotations.NullMarked;
