/**
 * Contract kits: what every environment has to do, whatever its task. An environment joins by a
 * subclass of a few lines.
 */
@NullMarked
package org.tipwright.tests.contract;

import org.jspecify.annotations.NullMarked;
