package org.tipwright.bridge.microscope.specimen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;
import org.tipwright.physics.scan.Apex;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.Protrusion;
import org.tipwright.physics.scan.TipShape;

/**
 * The endless terrace and what lies on it. Heights are those of the constant-current image over the
 * bare metal, which do not depend on the bias here: no standing waves. Not safe for two threads at
 * once.
 */
final class Terrace {

  /** How far the tip goes before what lies around it is gathered anew. */
  private static final double STROLL_ANGSTROM = 4;

  /** A protrusion is not felt beyond six standard deviations; an adatom's is the widest. */
  private static final double REACH_ANGSTROM =
      6 * AdsorbateKind.adatom().protrusions().get(0).sigmaAngstrom();

  private static final double MOLECULE_ANGSTROM = 8;

  /** A tip that moved less sees the same. */
  private static final double SAME_ANGSTROM = 5e-4;

  private static final int SIDES_DEGREES = 60;
  private static final int NEIGHBOURS = 12;
  private static final int ALL_MISSING = 7;

  private static final AdsorbateKind PTCDA = AdsorbateKind.ptcda();
  private static final TunnellingGap GAP = TunnellingGap.silver();

  private final long seed;
  private final SpecimenSettings settings;
  private final TreeMap<Long, TreeMap<Long, Supercell>> supercells = new TreeMap<>();

  /** What is near the tip, each atom of a molecule by itself. */
  private final ImagedSurface near = new ImagedSurface(GAP, 1, null);

  private double nearX = Double.NaN;
  private double nearY = Double.NaN;
  private double nearReach;
  private double lastX = Double.NaN;
  private double lastY = Double.NaN;
  private @Nullable TipShape lastTip;
  private Height last = new Height(0, 0);

  Terrace(long seed, SpecimenSettings settings) {
    this.seed = seed;
    this.settings = settings;
  }

  /**
   * Where a tip finds the surface, in Å over the bare metal.
   *
   * @param touched height at which its lowest atom is at point contact with anything
   * @param imaged height of the constant-current image: all apexes carry current
   */
  record Height(double touched, double imaged) {}

  /** The height under a tip, Tersoff and Hamann, Phys. Rev. B 31 (1985) 805, for each apex. */
  Height height(TipShape tip, double x, double y) {
    if (Math.abs(x - lastX) > SAME_ANGSTROM
        || Math.abs(y - lastY) > SAME_ANGSTROM
        || Double.isNaN(lastX)
        || !tip.equals(lastTip)) {
      last = evaluate(tip, x, y);
      lastX = x;
      lastY = y;
      lastTip = tip;
    }
    return last;
  }

  private Height evaluate(TipShape tip, double x, double y) {
    List<Apex> apexes = tip.apexes();
    gather(x, y, apexes);
    if (apexes.size() == 1) {
      double height = near.heightAngstrom(x, y);
      return new Height(height, height);
    }
    double touched = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < apexes.size(); i++) {
      Apex apex = apexes.get(i);
      double height =
          near.heightAngstrom(x + apex.xAngstrom(), y + apex.yAngstrom()) - apex.recessAngstrom();
      touched = Math.max(touched, height);
      sum += apex.weight() * StrictMath.exp(GAP.decayPerAngstrom() * height);
    }
    return new Height(touched, StrictMath.log(sum) / GAP.decayPerAngstrom());
  }

  private void gather(double x, double y, List<Apex> apexes) {
    double reach = STROLL_ANGSTROM * 1.5 + REACH_ANGSTROM;
    for (int i = 1; i < apexes.size(); i++) {
      reach += Math.max(Math.abs(apexes.get(i).xAngstrom()), Math.abs(apexes.get(i).yAngstrom()));
    }
    if (Math.abs(x - nearX) <= STROLL_ANGSTROM
        && Math.abs(y - nearY) <= STROLL_ANGSTROM
        && reach <= nearReach) {
      return;
    }
    nearX = x;
    nearY = y;
    nearReach = reach;
    List<Adsorbate> around = new ArrayList<>();
    for (LyingMolecule molecule : moleculesNear(x, y, reach + MOLECULE_ANGSTROM)) {
      for (Protrusion atom : PTCDA.protrusions()) {
        add(molecule.atom(atom), x, y, reach, around);
      }
    }
    for (Supercell supercell : supercellsNear(x, y, reach)) {
      for (Adsorbate other : supercell.others) {
        add(other, x, y, reach, around);
      }
    }
    near.place(around);
  }

  private static void add(
      Adsorbate adsorbate, double x, double y, double reach, List<Adsorbate> around) {
    if (Math.abs(adsorbate.xAngstrom() - x) <= reach
        && Math.abs(adsorbate.yAngstrom() - y) <= reach) {
      around.add(adsorbate);
    }
  }

  /** The molecules whose centres are within a distance of a spot. */
  List<LyingMolecule> moleculesNear(double x, double y, double reach) {
    List<LyingMolecule> found = new ArrayList<>();
    // An island may reach over the edge of its supercell.
    for (Supercell supercell : supercellsNear(x, y, reach + Supercell.EDGE_ANGSTROM / 2)) {
      for (LyingMolecule molecule : supercell.molecules) {
        if (molecule.distanceAngstrom(x, y) <= reach) {
          found.add(molecule);
        }
      }
    }
    return found;
  }

  /** The molecule with a corner oxygen within a distance of a spot, the nearest one, or null. */
  @Nullable LyingMolecule moleculeWithCornerAt(double x, double y, double reach) {
    LyingMolecule nearest = null;
    double least = reach;
    for (LyingMolecule molecule : moleculesNear(x, y, reach + MOLECULE_ANGSTROM)) {
      double distance = molecule.cornerDistanceAngstrom(molecule.nearestCorner(x, y), x, y);
      if (distance <= least) {
        least = distance;
        nearest = molecule;
      }
    }
    return nearest;
  }

  /**
   * Which groups of neighbours are missing, as a lift's site counts them: 1 beyond the far end, 2
   * behind the held end, 4 along the sides. A group is missing when more than half of it is.
   */
  int missingNeighbours(LyingMolecule molecule, int heldCorner) {
    LayerPlace place = molecule.place();
    if (place == null) {
      return ALL_MISSING;
    }
    int[] expected = new int[3];
    int[] absent = new int[3];
    List<LyingMolecule> around = place.island().around(molecule, place);
    for (LyingMolecule neighbour : around.subList(0, NEIGHBOURS)) {
      double along = molecule.along(neighbour.xAngstrom(), neighbour.yAngstrom());
      double across = molecule.across(neighbour.xAngstrom(), neighbour.yAngstrom());
      boolean side =
          StrictMath.toDegrees(StrictMath.atan2(across, Math.abs(along))) > SIDES_DEGREES;
      int group = side ? 2 : (along > 0) == molecule.atPlusEnd(heldCorner) ? 1 : 0;
      expected[group]++;
      if (!present(neighbour)) {
        absent[group]++;
      }
    }
    int mask = 0;
    for (int group = 0; group < 3; group++) {
      if (2 * absent[group] > expected[group]) {
        mask |= 1 << group;
      }
    }
    return mask;
  }

  private boolean present(LyingMolecule expected) {
    for (LyingMolecule molecule : moleculesNear(expected.xAngstrom(), expected.yAngstrom(), 1)) {
      if (Objects.equals(molecule.place(), expected.place())) {
        return true;
      }
    }
    return false;
  }

  void take(LyingMolecule molecule) {
    for (Supercell supercell :
        supercellsNear(molecule.xAngstrom(), molecule.yAngstrom(), Supercell.EDGE_ANGSTROM / 2)) {
      if (supercell.molecules.remove(molecule)) {
        changed();
        return;
      }
    }
  }

  void lay(LyingMolecule molecule) {
    supercellAt(molecule.xAngstrom(), molecule.yAngstrom()).molecules.add(molecule);
    changed();
  }

  /** A crash: what lay within a radius is gone, a mound of metal is there instead. */
  void ruin(double x, double y, double radius, double moundAngstrom) {
    for (LyingMolecule molecule : moleculesNear(x, y, radius)) {
      take(molecule);
    }
    for (Supercell supercell : supercellsNear(x, y, radius)) {
      supercell.others.removeIf(
          other -> StrictMath.hypot(other.xAngstrom() - x, other.yAngstrom() - y) <= radius);
    }
    supercellAt(x, y).others.add(new Adsorbate(AdsorbateKind.adatom(), x, y, 0, moundAngstrom));
    changed();
  }

  private void changed() {
    nearX = Double.NaN;
    lastX = Double.NaN;
  }

  private List<Supercell> supercellsNear(double x, double y, double reach) {
    List<Supercell> found = new ArrayList<>();
    for (long column = index(x - reach); column <= index(x + reach); column++) {
      for (long row = index(y - reach); row <= index(y + reach); row++) {
        found.add(supercell(column, row));
      }
    }
    return found;
  }

  private Supercell supercellAt(double x, double y) {
    return supercell(index(x), index(y));
  }

  private Supercell supercell(long column, long row) {
    return supercells
        .computeIfAbsent(column, unused -> new TreeMap<>())
        .computeIfAbsent(row, unused -> new Supercell(column, row, seed, settings));
  }

  private static long index(double coordinate) {
    return Math.round(coordinate / Supercell.EDGE_ANGSTROM);
  }
}
