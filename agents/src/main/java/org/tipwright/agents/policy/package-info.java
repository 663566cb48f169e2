/** What chooses actions: trained policies, their files, and policies that follow a fixed rule. */
@NullMarked
package org.tipwright.agents.policy;

import org.jspecify.annotations.NullMarked;
