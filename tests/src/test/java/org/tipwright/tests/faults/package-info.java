/**
 * Faults injected into a lab of several processes: a simulated microscope, a watchdog, a bridge and
 * a client, with relays on every line between them. The microscope's truth says what became of the
 * tip.
 */
@NullMarked
package org.tipwright.tests.faults;

import org.jspecify.annotations.NullMarked;
