/**
 * Dense networks on flat arrays in DL4J's parameter order: forward, backward, Adam. Products are
 * OpenBLAS's on off-heap memory, one thread a call; nothing here knows DL4J or what outputs mean.
 */
@NullMarked
package org.tipwright.agents.kernel;

import org.jspecify.annotations.NullMarked;
