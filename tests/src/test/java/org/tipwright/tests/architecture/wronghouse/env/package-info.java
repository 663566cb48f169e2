/** Tasks that do what tasks must not. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.env;

import org.jspecify.annotations.NullMarked;
