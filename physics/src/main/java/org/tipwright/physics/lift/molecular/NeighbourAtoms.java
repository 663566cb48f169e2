package org.tipwright.physics.lift.molecular;

import java.util.List;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Element;
import org.tipwright.physics.molecule.Molecule;

/** The atoms of a molecule's rigid, flat neighbours, summed one by one. */
final class NeighbourAtoms {

  private static final double REACH_SQUARED = Contact.REACH_ANGSTROM * Contact.REACH_ANGSTROM;

  private final double height;
  private final double[] x;
  private final double[] y;
  private final Contact[][] contact;
  private final int[] element;

  NeighbourAtoms(
      Molecule molecule, List<Neighbour> neighbours, double heightAngstrom, Contact[][] contact) {
    this.height = heightAngstrom;
    this.contact = contact;
    int n = molecule.atoms().size() * neighbours.size();
    x = new double[n];
    y = new double[n];
    element = new int[n];
    int at = 0;
    for (Neighbour neighbour : neighbours) {
      double cos = StrictMath.cos(neighbour.turnRadians());
      double sin = StrictMath.sin(neighbour.turnRadians());
      for (Atom atom : molecule.atoms()) {
        x[at] = neighbour.xAngstrom() + cos * atom.xAngstrom() - sin * atom.yAngstrom();
        y[at] = neighbour.yAngstrom() + sin * atom.xAngstrom() + cos * atom.yAngstrom();
        element[at++] = atom.element().ordinal();
      }
    }
  }

  /** Height in which all of them lie, in Å. */
  double heightAngstrom() {
    return height;
  }

  /** Energy in eV of an atom at a place. */
  double energyEv(Element probe, double atX, double atY, double atZ) {
    int[] all = new int[x.length];
    return energyEv(probe, atX, atY, atZ, all, near(atX, atY, all));
  }

  /** Fills one slice of a box, x the same throughout. */
  void fill(Element probe, FieldGrid.Box box, int slice, double[] value) {
    int[] near = new int[x.length];
    double px = box.originX() + slice * box.spacingAngstrom();
    int at = slice * box.ny() * box.nz();
    for (int j = 0; j < box.ny(); j++) {
      double py = box.originY() + j * box.spacingAngstrom();
      int count = near(px, py, near);
      for (int k = 0; k < box.nz(); k++) {
        double pz = box.originZ() + k * box.spacingAngstrom();
        value[at++] = energyEv(probe, px, py, pz, near, count);
      }
    }
  }

  private int near(double px, double py, int[] near) {
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = px - x[i];
      double dy = py - y[i];
      if (dx * dx + dy * dy < REACH_SQUARED) {
        near[count++] = i;
      }
    }
    return count;
  }

  private double energyEv(Element probe, double px, double py, double pz, int[] near, int count) {
    Contact[] with = contact[probe.ordinal()];
    double dz = (pz - height) * (pz - height);
    double energy = 0;
    for (int n = 0; n < count; n++) {
      int i = near[n];
      double dx = px - x[i];
      double dy = py - y[i];
      energy += with[element[i]].energyEv(dx * dx + dy * dy + dz);
    }
    return energy;
  }
}
