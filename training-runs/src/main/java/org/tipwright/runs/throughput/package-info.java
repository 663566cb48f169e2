/**
 * How fast the physics engines are on one core, at the accuracy that training uses. The workloads
 * are shared with the microbenchmarks of the module tests.
 */
@NullMarked
package org.tipwright.runs.throughput;

import org.jspecify.annotations.NullMarked;
