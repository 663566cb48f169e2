/**
 * The operator's console: a bridge seen and operated from a terminal of 80 columns and 24 rows.
 * What is on the page follows from what the bridge last said alone, and a silent bridge is an
 * alarm.
 */
@NullMarked
package org.tipwright.bridge.console;

import org.jspecify.annotations.NullMarked;
