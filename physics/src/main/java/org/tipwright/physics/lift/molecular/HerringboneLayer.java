package org.tipwright.physics.lift.molecular;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.LayerCell;
import org.tipwright.physics.molecule.Molecule;

/**
 * A flat layer with two molecules per cell, at its corner and its centre, turned so that the
 * layer's own energy is least.
 */
final class HerringboneLayer {

  /** Nearest molecules that are taken as neighbours. */
  static final int NEIGHBOURS = 12;

  private static final int CELLS = 2;

  private final Molecule molecule;
  private final LayerCell cell;
  private final Contact[][] contact;
  private final double[] turn = new double[2];
  private double energy;

  HerringboneLayer(Molecule molecule, LayerCell cell, Contact[][] contact) {
    this.molecule = molecule;
    this.cell = cell;
    this.contact = contact;
    minimise();
  }

  /** How molecule 0 (corner) and 1 (centre) are turned from the first cell vector, in radians. */
  double turnRadians(int which) {
    return turn[which];
  }

  /**
   * Energy that the layer gains per molecule, in eV: half of what one molecule loses by leaving.
   */
  double cohesionEv() {
    return -energy / 2;
  }

  private void minimise() {
    double best = Double.POSITIVE_INFINITY;
    double step = StrictMath.toRadians(6);
    for (int a = 0; a < 30; a++) {
      for (int b = 0; b < a; b++) {
        double e = energyEv(a * step, b * step);
        if (e < best) {
          best = e;
          turn[0] = b * step;
          turn[1] = a * step;
        }
      }
    }
    // A pattern search: the energy is smooth, its derivative is not worth writing.
    for (double s = step / 2; s > 1e-5; s /= 2) {
      boolean better = true;
      while (better) {
        better = false;
        for (int k = 0; k < 4; k++) {
          double a = turn[0] + (k == 0 ? s : k == 1 ? -s : 0);
          double b = turn[1] + (k == 2 ? s : k == 3 ? -s : 0);
          double e = energyEv(a, b);
          if (e < best) {
            best = e;
            turn[0] = a;
            turn[1] = b;
            better = true;
          }
        }
      }
    }
    energy = best;
  }

  /** Energy in eV per cell. */
  double energyEv(double turn0, double turn1) {
    double sum = 0;
    for (int i = -CELLS; i <= CELLS; i++) {
      for (int j = -CELLS; j <= CELLS; j++) {
        if (i != 0 || j != 0) {
          sum += 0.5 * pairEv(turn0, turn0, centreX(i, j), centreY(j));
          sum += 0.5 * pairEv(turn1, turn1, centreX(i, j), centreY(j));
        }
        sum += pairEv(turn0, turn1, centreX(i + 0.5, j + 0.5), centreY(j + 0.5));
      }
    }
    return sum;
  }

  private double centreX(double i, double j) {
    return i * cell.longAngstrom()
        + j * cell.shortAngstrom() * StrictMath.cos(StrictMath.toRadians(cell.angleDegrees()));
  }

  private double centreY(double j) {
    return j * cell.shortAngstrom() * StrictMath.sin(StrictMath.toRadians(cell.angleDegrees()));
  }

  private double pairEv(double turnA, double turnB, double x, double y) {
    double far = 2 * extent() + Contact.REACH_ANGSTROM;
    if (x * x + y * y > far * far) {
      return 0;
    }
    double cosA = StrictMath.cos(turnA);
    double sinA = StrictMath.sin(turnA);
    double cosB = StrictMath.cos(turnB);
    double sinB = StrictMath.sin(turnB);
    double sum = 0;
    for (Atom a : molecule.atoms()) {
      double ax = cosA * a.xAngstrom() - sinA * a.yAngstrom();
      double ay = sinA * a.xAngstrom() + cosA * a.yAngstrom();
      for (Atom b : molecule.atoms()) {
        double dx = x + cosB * b.xAngstrom() - sinB * b.yAngstrom() - ax;
        double dy = y + sinB * b.xAngstrom() + cosB * b.yAngstrom() - ay;
        sum += contact[a.element().ordinal()][b.element().ordinal()].energyEv(dx * dx + dy * dy);
      }
    }
    return sum;
  }

  private double extent() {
    double most = 0;
    for (Atom a : molecule.atoms()) {
      most = Math.max(most, a.xAngstrom() * a.xAngstrom() + a.yAngstrom() * a.yAngstrom());
    }
    return StrictMath.sqrt(most);
  }

  /**
   * The nearest neighbours of molecule 0, in its own frame: its long axis along x, its centre at
   * the origin.
   */
  List<Neighbour> neighbours() {
    List<Neighbour> all = new ArrayList<>();
    for (int i = -3; i <= 3; i++) {
      for (int j = -3; j <= 3; j++) {
        if (i != 0 || j != 0) {
          all.add(neighbour(centreX(i, j), centreY(j), turn[0]));
        }
        all.add(neighbour(centreX(i + 0.5, j + 0.5), centreY(j + 0.5), turn[1]));
      }
    }
    all.sort((a, b) -> Double.compare(a.distanceAngstrom(), b.distanceAngstrom()));
    return List.copyOf(all.subList(0, NEIGHBOURS));
  }

  private Neighbour neighbour(double x, double y, double turned) {
    double cos = StrictMath.cos(turn[0]);
    double sin = StrictMath.sin(turn[0]);
    return new Neighbour(cos * x + sin * y, cos * y - sin * x, turned - turn[0]);
  }
}
