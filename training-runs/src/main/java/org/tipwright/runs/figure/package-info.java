/**
 * Figures for papers and the tables of numbers behind them: PNG files with axes in units, CSV files
 * with units in their headers. Drawn without a screen.
 */
@NullMarked
package org.tipwright.runs.figure;

import org.jspecify.annotations.NullMarked;
