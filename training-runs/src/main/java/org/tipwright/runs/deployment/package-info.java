/**
 * A trained policy drives an instrument, through its bridge alone, and what it did is recorded.
 * Nothing here can arm a bridge.
 */
@NullMarked
package org.tipwright.runs.deployment;

import org.jspecify.annotations.NullMarked;
