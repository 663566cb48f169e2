/**
 * Potentials between atoms, and between an atom and a metal. Each gives its energy in eV and its
 * slope in eV/Å.
 */
@NullMarked
package org.tipwright.physics.forcefield;

import org.jspecify.annotations.NullMarked;
