/**
 * What people look at after a run: the table of policies, the learning curve, the drawn lift, and
 * one self-contained page that holds them all.
 */
@NullMarked
package org.tipwright.runs.report;

import org.jspecify.annotations.NullMarked;
