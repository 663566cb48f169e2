/**
 * What learners learn from: batches of whole episodes, and the buffer of transitions they are drawn
 * from. A transition ends in a termination, which is worth nothing more, or in anything else, which
 * is.
 */
@NullMarked
package org.tipwright.agents.experience;

import org.jspecify.annotations.NullMarked;
