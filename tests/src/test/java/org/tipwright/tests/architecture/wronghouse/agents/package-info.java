/** Agents that know what agents must not. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.agents;

import org.jspecify.annotations.NullMarked;
