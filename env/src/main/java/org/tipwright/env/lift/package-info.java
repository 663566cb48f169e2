/**
 * The lift task: a molecule held at a corner oxygen is peeled out of its layer. The bench is what
 * an instrument would see, the task adds observation, reward and end.
 */
@NullMarked
package org.tipwright.env.lift;

import org.jspecify.annotations.NullMarked;
