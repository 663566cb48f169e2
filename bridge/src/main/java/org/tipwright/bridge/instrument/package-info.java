/**
 * What a driver must be able to do, in the small verbs of manipulation and in physical units, and
 * the drivers. Nothing here judges whether a command is safe: the supervisor does, in front of it.
 */
@NullMarked
package org.tipwright.bridge.instrument;

import org.jspecify.annotations.NullMarked;
