/**
 * Learning canaries: tiny tasks that a learner solves in seconds, and does not solve if one thing
 * in it is broken. Each is played with 20 fixed seeds.
 */
@NullMarked
package org.tipwright.tests.canary;

import org.jspecify.annotations.NullMarked;
