/**
 * The safety supervisor: who may move the tip, when, and how far; and the withdrawn tip in which
 * every fault ends. It stands on the server beside the instrument, so that no client goes around
 * it.
 */
@NullMarked
package org.tipwright.bridge.safety;

import org.jspecify.annotations.NullMarked;
