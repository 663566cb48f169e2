/** Where RL4J may be seen. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.agents.rl4j;

import org.jspecify.annotations.NullMarked;
