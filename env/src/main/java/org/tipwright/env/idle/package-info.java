/** A task in which nothing happens. What it takes to train on it is what training itself takes. */
@NullMarked
package org.tipwright.env.idle;

import org.jspecify.annotations.NullMarked;
