/**
 * Checkpoints of a run: everything that its future depends on, at the end of a round. They are
 * written aside, moved into place in one step, and believed only if every byte is as it was
 * written.
 */
@NullMarked
package org.tipwright.runs.checkpoint;

import org.jspecify.annotations.NullMarked;
