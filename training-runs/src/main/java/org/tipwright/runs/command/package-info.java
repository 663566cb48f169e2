/**
 * The command line: one class per verb, one sentence per refusal. The only place in the application
 * that prints.
 */
@NullMarked
package org.tipwright.runs.command;

import org.jspecify.annotations.NullMarked;
