/**
 * The environment API: specs, time steps, single environments for people and vectors of them for
 * learners. Tasks live in the packages below.
 */
@NullMarked
package org.tipwright.env;

import org.jspecify.annotations.NullMarked;
