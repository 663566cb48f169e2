/**
 * Looks at the machine before a run does, and says what to mend. It starts nothing and loads no
 * native library.
 */
@NullMarked
package org.tipwright.runs.doctor;

import org.jspecify.annotations.NullMarked;
