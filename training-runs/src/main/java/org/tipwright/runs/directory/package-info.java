/**
 * Where the files of a run lie, and how a file is written so that a crash leaves the old or the new
 * one. A run belongs to the settings it was started with; going on with others is refused.
 */
@NullMarked
package org.tipwright.runs.directory;

import org.jspecify.annotations.NullMarked;
