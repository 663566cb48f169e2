/**
 * The verbs of {@code tipwright bridge}, for the bridge's own program and for the application's.
 * What they print and refuse is one sentence a line.
 */
@NullMarked
package org.tipwright.bridge.command;

import org.jspecify.annotations.NullMarked;
