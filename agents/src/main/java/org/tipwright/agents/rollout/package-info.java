/**
 * Plays a policy in a group of environments in lock-step and gives whole episodes back. What a
 * group plays depends on its own streams and the policy alone, never on other groups or on timing.
 */
@NullMarked
package org.tipwright.agents.rollout;

import org.jspecify.annotations.NullMarked;
