/**
 * Double deep Q-learning with a dueling network and uniform experience. Plain classes: whoever
 * calls them decides when to play and when to learn.
 */
@NullMarked
package org.tipwright.agents.dqn;

import org.jspecify.annotations.NullMarked;
