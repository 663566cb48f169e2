/**
 * What makes the same seed give the same bytes, where it rests on others' code. Each environment's
 * own determinism is part of its contract kit.
 */
@NullMarked
package org.tipwright.tests.determinism;

import org.jspecify.annotations.NullMarked;
