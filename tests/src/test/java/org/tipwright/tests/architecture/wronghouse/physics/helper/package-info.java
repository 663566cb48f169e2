/** A package named after a layer. */
@NullMarked
package org.tipwright.tests.architecture.wronghouse.physics.helper;

import org.jspecify.annotations.NullMarked;
