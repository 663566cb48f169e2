/**
 * Images of the surface as a driver uses them: heights read from a saved scan, and where what they
 * show lies now, found again from a few lines. Nothing here talks to an instrument.
 */
@NullMarked
package org.tipwright.bridge.nanonis.image;

import org.jspecify.annotations.NullMarked;
