/**
 * Flat molecules: their atoms and bonds, the text format they are read from, and what follows from
 * the bonds (angles, carbons that keep flat, corner oxygens).
 */
@NullMarked
package org.tipwright.physics.molecule;

import org.jspecify.annotations.NullMarked;
