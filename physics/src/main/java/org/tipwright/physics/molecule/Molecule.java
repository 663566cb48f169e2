package org.tipwright.physics.molecule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flat molecule at rest. Read one with {@link MoleculeFormat} or take one of {@link Molecules}.
 *
 * @param name its name
 * @param atoms its atoms; their order is that of every array of positions
 * @param bonds pairs of atoms, by index
 * @param cell its layer's cell, where known
 */
public record Molecule(String name, List<Atom> atoms, List<Bond> bonds, Optional<LayerCell> cell) {

  /**
   * A covalent bond.
   *
   * @param first index of one atom
   * @param second index of the other
   */
  public record Bond(int first, int second) {}

  public Molecule {
    atoms = List.copyOf(atoms);
    bonds = List.copyOf(bonds);
  }

  /** Indices of the atoms bonded to each atom. */
  public List<List<Integer>> neighbours() {
    List<List<Integer>> neighbours = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      neighbours.add(new ArrayList<>());
    }
    for (Bond bond : bonds) {
      neighbours.get(bond.first()).add(bond.second());
      neighbours.get(bond.second()).add(bond.first());
    }
    return neighbours;
  }

  /**
   * The oxygens with a single bond, by index: those that bind to the metal and to a tip. They are
   * ordered by quadrant: (+, +), (+, −), (−, −), (−, +), then by distance from the centre.
   */
  public List<Integer> cornerOxygens() {
    List<List<Integer>> neighbours = neighbours();
    List<Integer> corners = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i).element() == Element.O && neighbours.get(i).size() == 1) {
        corners.add(i);
      }
    }
    corners.sort(
        (a, b) -> {
          int byQuadrant = Integer.compare(quadrant(atoms.get(a)), quadrant(atoms.get(b)));
          return byQuadrant != 0
              ? byQuadrant
              : Double.compare(fromCentre(atoms.get(b)), fromCentre(atoms.get(a)));
        });
    return List.copyOf(corners);
  }

  private static int quadrant(Atom atom) {
    if (atom.xAngstrom() >= 0) {
      return atom.yAngstrom() >= 0 ? 0 : 1;
    }
    return atom.yAngstrom() < 0 ? 2 : 3;
  }

  private static double fromCentre(Atom atom) {
    return atom.xAngstrom() * atom.xAngstrom() + atom.yAngstrom() * atom.yAngstrom();
  }
}
