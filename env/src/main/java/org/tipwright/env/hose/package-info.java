/**
 * The hose: a tip has to be led along a hidden path through a corridor, the benchmark of Leinen et
 * al., Sci. Adv. 6 (2020) eabb6987. Geometry alone decides, there is no physics in it.
 */
@NullMarked
package org.tipwright.env.hose;

import org.jspecify.annotations.NullMarked;
