/**
 * Rules that hold in the whole house, each tried on a wrong house that breaks it. A rule takes the
 * root package, so that it reads the same for both.
 */
@NullMarked
package org.tipwright.tests.architecture;

import org.jspecify.annotations.NullMarked;
