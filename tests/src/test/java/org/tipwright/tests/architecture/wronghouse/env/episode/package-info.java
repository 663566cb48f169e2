/** Where a clock may be read. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.env.episode;

import org.jspecify.annotations.NullMarked;
