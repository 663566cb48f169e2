/**
 * An agent that believes where ruptures lie and plans its next line through that belief with exact
 * moves. It knows the moves and the attempts so far, and nothing of the path it looks for.
 */
@NullMarked
package org.tipwright.agents.belief;

import org.jspecify.annotations.NullMarked;
