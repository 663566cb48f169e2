package org.tipwright.physics.lift.molecular;

import java.util.List;
import java.util.stream.IntStream;
import org.tipwright.physics.molecule.Element;

/**
 * What the rigid neighbours of a molecule do to an atom of each element, on grids. Held against
 * direct summation where an atom can be (energy below 0.1 eV): 0.2 meV and 2.5 meV/Å rms.
 */
final class NeighbourField {

  private static final double SPACING_ANGSTROM = 0.2;
  private static final double HALF_LENGTH_ANGSTROM = 15;
  private static final double HALF_WIDTH_ANGSTROM = 13;
  private static final double BELOW_ANGSTROM = 1.2;

  private final FieldGrid[] grid;
  private final double top;

  private NeighbourField(FieldGrid[] grid, double top) {
    this.grid = grid;
    this.top = top;
  }

  /** Fills grids by summing over these neighbours, about half a second for four of them. */
  static NeighbourField of(NeighbourAtoms atoms) {
    double h = SPACING_ANGSTROM;
    FieldGrid.Box box =
        new FieldGrid.Box(
            -HALF_LENGTH_ANGSTROM,
            -HALF_WIDTH_ANGSTROM,
            atoms.heightAngstrom() - BELOW_ANGSTROM,
            h,
            (int) StrictMath.rint(2 * HALF_LENGTH_ANGSTROM / h) + 1,
            (int) StrictMath.rint(2 * HALF_WIDTH_ANGSTROM / h) + 1,
            (int) StrictMath.rint((BELOW_ANGSTROM + Contact.REACH_ANGSTROM) / h) + 3);
    Element[] elements = Element.values();
    double[][] values = new double[elements.length][box.points()];
    // Each slice is its own, so the order in which they are filled changes nothing.
    IntStream.range(0, box.nx())
        .parallel()
        .forEach(
            slice -> {
              for (Element element : elements) {
                atoms.fill(element, box, slice, values[element.ordinal()]);
              }
            });
    FieldGrid[] grid = new FieldGrid[elements.length];
    for (int e = 0; e < grid.length; e++) {
      grid[e] = new FieldGrid(box, values[e]);
    }
    return new NeighbourField(grid, atoms.heightAngstrom() + Contact.REACH_ANGSTROM);
  }

  /** All these neighbours together. */
  static NeighbourField sum(List<NeighbourField> parts) {
    FieldGrid[] grid = new FieldGrid[parts.get(0).grid.length];
    for (int e = 0; e < grid.length; e++) {
      int element = e;
      grid[e] = FieldGrid.sum(parts.stream().map(part -> part.grid[element]).toList());
    }
    return new NeighbourField(grid, parts.get(0).top);
  }

  /** The same neighbours after half a turn about the vertical axis. */
  NeighbourField turned() {
    FieldGrid[] turned = new FieldGrid[grid.length];
    for (int e = 0; e < grid.length; e++) {
      turned[e] = grid[e].turned();
    }
    return new NeighbourField(turned, top);
  }

  /** Height in Å from which no neighbour is felt. */
  double topAngstrom() {
    return top;
  }

  /** The field felt by an atom of this element. */
  FieldGrid grid(Element element) {
    return grid[element.ordinal()];
  }
}
