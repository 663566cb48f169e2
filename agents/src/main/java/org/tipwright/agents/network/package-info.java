/**
 * Dense networks: DL4J defines, initialises and stores them, a kernel on flat arrays runs and
 * differentiates them. Nothing here knows what the outputs mean to a learner.
 */
@NullMarked
package org.tipwright.agents.network;

import org.jspecify.annotations.NullMarked;
