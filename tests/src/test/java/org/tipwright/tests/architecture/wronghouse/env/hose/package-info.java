/** Half of a cycle of packages. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.env.hose;

import org.jspecify.annotations.NullMarked;
