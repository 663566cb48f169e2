/** What is delivered, unpacked and started as its user would. */
@NullMarked
package org.tipwright.tests.distribution;

import org.jspecify.annotations.NullMarked;
