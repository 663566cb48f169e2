/** The other half of the cycle. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.env.lift;

import org.jspecify.annotations.NullMarked;
