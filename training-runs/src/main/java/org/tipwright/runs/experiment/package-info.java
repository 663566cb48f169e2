/**
 * Numerical experiments with the physics engines: what a researcher looks at to judge them. Each
 * gives plain numbers, which figures draw and tables hold.
 */
@NullMarked
package org.tipwright.runs.experiment;

import org.jspecify.annotations.NullMarked;
