/**
 * Published benchmarks, played by named agents exactly as they are defined. Plain classes: what is
 * printed, and how many seeds are run, is the caller's choice.
 */
@NullMarked
package org.tipwright.agents.benchmark;

import org.jspecify.annotations.NullMarked;
