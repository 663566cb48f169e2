/** Where printing is allowed. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.runs.command;

import org.jspecify.annotations.NullMarked;
