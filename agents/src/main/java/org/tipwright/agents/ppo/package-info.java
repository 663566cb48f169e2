/**
 * Proximal policy optimisation: a policy and a value network that learn from what the newest policy
 * has just played. Actions may be choices or numbers.
 */
@NullMarked
package org.tipwright.agents.ppo;

import org.jspecify.annotations.NullMarked;
