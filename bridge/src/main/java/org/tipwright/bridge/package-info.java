/**
 * The program beside the instrument. It runs from a classpath of its own, with no native library
 * and no learner on it.
 */
@NullMarked
package org.tipwright.bridge;

import org.jspecify.annotations.NullMarked;
