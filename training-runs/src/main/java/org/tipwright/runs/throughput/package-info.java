/**
 * How fast things are: the physics engines on one core, at the accuracy that training uses, and the
 * learners through the trainer. The workloads are shared with the microbenchmarks of the module
 * tests.
 */
@NullMarked
package org.tipwright.runs.throughput;

import org.jspecify.annotations.NullMarked;
