/**
 * Between the program's units (Å, nA) and the wire's (m, A). Client and server share it, so that a
 * number means the same on both sides.
 */
@NullMarked
package org.tipwright.bridge.wire;

import org.jspecify.annotations.NullMarked;
