package org.tipwright.bridge.microscope.specimen;

/**
 * A place in an island's lattice.
 *
 * @param island whose lattice it is
 * @param row number of the cell along the long cell vector
 * @param column number of the cell along the short one
 * @param which 0 for the molecule at the cell's corner, 1 for the one at its centre
 */
record LayerPlace(Island island, int row, int column, int which) {}
