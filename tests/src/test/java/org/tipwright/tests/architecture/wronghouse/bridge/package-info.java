/** A bridge that knows what a bridge must not. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.bridge;

import org.jspecify.annotations.NullMarked;
