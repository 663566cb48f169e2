/** Physics that does what physics must not. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.physics;

import org.jspecify.annotations.NullMarked;
