/** The simulation against published and analytic numbers, each test named for its source. */
@NullMarked
package org.tipwright.tests.validation;

import org.jspecify.annotations.NullMarked;
