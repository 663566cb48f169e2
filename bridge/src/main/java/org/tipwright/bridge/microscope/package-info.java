/**
 * A simulated scanning probe microscope with the modules that a controller has: feedback,
 * follow-me, scans, safe tip, spectroscopy, tip shaper, coarse motor, lock-in. It advances in
 * instrument time and knows no network.
 */
@NullMarked
package org.tipwright.bridge.microscope;

import org.jspecify.annotations.NullMarked;
