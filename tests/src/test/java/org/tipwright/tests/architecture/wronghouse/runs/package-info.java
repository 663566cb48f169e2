/** An application that prints outside its commands. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.runs;

import org.jspecify.annotations.NullMarked;
