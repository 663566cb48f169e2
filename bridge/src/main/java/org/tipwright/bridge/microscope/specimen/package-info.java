/**
 * What lies under the tip of the simulated microscope, and the tip itself: a terrace of Ag(111)
 * with islands of PTCDA, adatoms and CO, and what approaching, contact, lifting and crashing do to
 * them. Nothing here knows a controller: positions are true ones.
 */
@NullMarked
package org.tipwright.bridge.microscope.specimen;

import org.jspecify.annotations.NullMarked;
