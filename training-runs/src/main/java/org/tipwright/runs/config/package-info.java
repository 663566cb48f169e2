/**
 * The settings of a run: a preset over the complete defaults, then a file, then {@code key=value}.
 * What nobody knows or what has the wrong type is refused with the nearest right name.
 */
@NullMarked
package org.tipwright.runs.config;

import org.jspecify.annotations.NullMarked;
