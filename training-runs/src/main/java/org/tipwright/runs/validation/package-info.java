/**
 * The simulation held against what is known: each check runs the engines that training uses and
 * compares what they give with published or analytic numbers.
 */
@NullMarked
package org.tipwright.runs.validation;

import org.jspecify.annotations.NullMarked;
