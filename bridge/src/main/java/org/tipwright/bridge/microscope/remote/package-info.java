/**
 * The simulated microscope behind the Nanonis TCP protocol: what each command does, in SI units,
 * and the server on its ports.
 */
@NullMarked
package org.tipwright.bridge.microscope.remote;

import org.jspecify.annotations.NullMarked;
