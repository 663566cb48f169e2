/**
 * Rehearsals of a deployment: microscope, bridge and policy as the programs that they are, each in
 * a process of its own, on simulated microscopes whose secrets are drawn from a seed. What the
 * instrument's arbiter says is held against what is really so.
 */
@NullMarked
package org.tipwright.runs.rehearsal;

import org.jspecify.annotations.NullMarked;
