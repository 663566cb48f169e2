/**
 * Training runs as the rest of the program sees them: start or resume one, watch it, stop it. The
 * actors behind it are in {@code runs.actor}.
 */
@NullMarked
package org.tipwright.runs.training;

import org.jspecify.annotations.NullMarked;
