/**
 * The instrument driver over the Nanonis TCP protocol: the verbs of manipulation made of small
 * sub-steps, ramps and readings. It judges nothing but its own position; limits are the
 * supervisor's.
 */
@NullMarked
package org.tipwright.bridge.nanonis.driver;

import org.jspecify.annotations.NullMarked;
