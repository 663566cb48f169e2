package org.tipwright.physics.lift.molecular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Element;
import org.tipwright.physics.molecule.Molecule;

/**
 * What every lift of one kind of molecule from one kind of surface shares: its force field, the
 * layer around it and the fields of its neighbours. Made once per settings and kept, for the grids
 * take about a second.
 */
public final class MoleculeOnMetal {

  /** Neighbours beyond the molecule's +x end, beyond its −x end, and along its sides. */
  static final int PLUS_END = 1;

  static final int MINUS_END = 2;
  static final int SIDES = 4;

  /** Angle between the layer's long cell vector and a close-packed row: atan(√3 / 13). */
  private static final double ROW_RADIANS = StrictMath.atan(StrictMath.sqrt(3) / 13);

  private static final double END_DEGREES = 60;
  private static final double TOLERANCE = 1e-4;

  private static final Map<MolecularSettings, MoleculeOnMetal> MADE = new ConcurrentHashMap<>();

  private final MolecularSettings settings;
  private final Molecule molecule;
  private final List<Integer> corners;
  private final Contact[][] contact;
  private final @Nullable HerringboneLayer layer;
  private final double row;
  private final double registryX;
  private final double registryY;
  private final Map<Integer, NeighbourField> fields = new TreeMap<>();
  private final Map<Integer, double[]> atRest = new ConcurrentHashMap<>();

  private MoleculeOnMetal(MolecularSettings settings) {
    this.settings = settings;
    this.molecule = sorted(settings.molecule());
    this.corners = molecule.cornerOxygens();
    this.contact = contacts(settings.hydrogenBond());
    this.layer =
        molecule.cell().map(cell -> new HerringboneLayer(molecule, cell, contact)).orElse(null);
    double turn = layer == null ? 0 : layer.turnRadians(0);
    this.row = -turn - ROW_RADIANS;
    double spacing = settings.surface().nearestNeighbourAngstrom();
    // The centre sits over a bridge between two surface atoms.
    this.registryX = 0.5 * spacing * StrictMath.cos(row);
    this.registryY = 0.5 * spacing * StrictMath.sin(row);
  }

  /** The shared part for these settings, made at the first call. */
  public static MoleculeOnMetal of(MolecularSettings settings) {
    return MADE.computeIfAbsent(settings, MoleculeOnMetal::new);
  }

  /** Atoms along the long axis: then the stiffness matrix is narrow. */
  private static Molecule sorted(Molecule molecule) {
    List<Atom> atoms = molecule.atoms();
    List<Integer> order =
        IntStream.range(0, atoms.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> atoms.get(i).xAngstrom())
                    .thenComparingDouble(i -> atoms.get(i).yAngstrom()))
            .toList();
    int[] place = new int[atoms.size()];
    for (int i = 0; i < place.length; i++) {
      place[order.get(i)] = i;
    }
    return new Molecule(
        molecule.name(),
        order.stream().map(atoms::get).toList(),
        molecule.bonds().stream()
            .map(b -> new Molecule.Bond(place[b.first()], place[b.second()]))
            .toList(),
        molecule.cell());
  }

  private static Contact[][] contacts(HydrogenBond bond) {
    Element[] all = Element.values();
    Contact[][] contact = new Contact[all.length][all.length];
    for (Element a : all) {
      for (Element b : all) {
        contact[a.ordinal()][b.ordinal()] = new Contact(a, b, bond);
      }
    }
    return contact;
  }

  /** Whether a layer of this molecule is known. */
  public boolean hasLayer() {
    return layer != null;
  }

  /** Energy in eV that the flat layer gains per molecule. */
  public double cohesionEv() {
    return known().cohesionEv();
  }

  /** How the cell's molecule {@code which} (0 or 1) is turned from the long cell vector. */
  public double turnDegrees(int which) {
    return StrictMath.toDegrees(known().turnRadians(which));
  }

  private HerringboneLayer known() {
    if (layer == null) {
      throw new IllegalStateException(
          molecule.name() + " has no layer: give its cell in a 'layer' line, or lift it isolated");
    }
    return layer;
  }

  /** The molecule, atoms sorted along it. */
  Molecule molecule() {
    return molecule;
  }

  List<Integer> corners() {
    return corners;
  }

  MolecularSettings settings() {
    return settings;
  }

  /** The neighbours of these groups, or none. */
  @Nullable NeighbourField field(int groups) {
    if (groups == 0) {
      return null;
    }
    return neighbours(groups);
  }

  NeighbourField neighbours(int groups) {
    synchronized (fields) {
      NeighbourField known = fields.get(groups);
      if (known == null) {
        known = make(groups);
        fields.put(groups, known);
      }
      return known;
    }
  }

  /** The layer looks the same after half a turn, so one end's field gives the other's. */
  private NeighbourField make(int groups) {
    if (groups == MINUS_END) {
      return neighbours(PLUS_END).turned();
    }
    if (groups == PLUS_END || groups == SIDES) {
      return NeighbourField.of(neighbourAtoms(groups));
    }
    List<NeighbourField> parts = new ArrayList<>();
    for (int group = 1; group <= SIDES; group <<= 1) {
      if ((groups & group) != 0) {
        parts.add(neighbours(group));
      }
    }
    return NeighbourField.sum(parts);
  }

  /** The atoms of these groups of neighbours. */
  NeighbourAtoms neighbourAtoms(int groups) {
    List<Neighbour> chosen =
        known().neighbours().stream().filter(n -> (group(n) & groups) != 0).toList();
    return new NeighbourAtoms(molecule, chosen, settings.surface().heightAngstrom(), contact);
  }

  private static int group(Neighbour neighbour) {
    double angle =
        StrictMath.toDegrees(
            StrictMath.atan2(Math.abs(neighbour.yAngstrom()), Math.abs(neighbour.xAngstrom())));
    if (angle > END_DEGREES) {
      return SIDES;
    }
    return neighbour.xAngstrom() > 0 ? PLUS_END : MINUS_END;
  }

  /** A new evaluation of this molecule's energy. */
  HeldMolecule energy() {
    Substrate surface = settings.surface();
    // Not shared: it remembers the angle last looked up.
    Lattice lattice = new Lattice(surface.nearestNeighbourAngstrom(), row);
    int n = molecule.atoms().size();
    double plane = surface.imagePlaneAngstrom();
    double[] distance = new double[n];
    Arrays.fill(distance, surface.heightAngstrom() - plane);
    Element[] element = new Element[n];
    for (int i = 0; i < n; i++) {
      element[i] = molecule.atoms().get(i).element();
    }
    boolean pinned = settings.pinned() && surface.cornerBondEv() > 0;
    PinnedCorner[] pins = new PinnedCorner[pinned ? corners.size() : 0];
    for (int k = 0; k < corners.size(); k++) {
      int corner = corners.get(k);
      distance[corner] = surface.cornerHeightAngstrom() - plane;
      if (pinned) {
        Atom atom = molecule.atoms().get(corner);
        pins[k] =
            new PinnedCorner(
                corner,
                surface.cornerBondEv(),
                surface.cornerFadeAngstrom(),
                atom.xAngstrom(),
                atom.yAngstrom(),
                surface.cornerHeightAngstrom(),
                lattice);
      }
    }
    double[] depth = AdsorptionTerms.depths(molecule, surface, pinned ? 0 : surface.cornerBondEv());
    return new HeldMolecule(
        new BondedTerms(molecule, settings.stiffness()),
        new AdsorptionTerms(surface, depth, distance, lattice, registryX, registryY),
        pins,
        lattice,
        element,
        settings.tipNewtonPerMetre() / Units.NEWTON_PER_METRE_PER_EV_PER_ANGSTROM2);
  }

  /** Positions of the adsorbed molecule among these neighbours, relaxed without a tip. */
  double[] atRest(int groups) throws NotConverged {
    double[] known = atRest.get(groups);
    if (known != null) {
      return known;
    }
    HeldMolecule energy = energy();
    energy.surround(field(groups));
    Relaxation relaxation = new Relaxation(energy, molecule.atoms().size(), 1);
    double[] r = relaxation.positions();
    for (int i = 0; i < molecule.atoms().size(); i++) {
      r[3 * i] = molecule.atoms().get(i).xAngstrom();
      r[3 * i + 1] = molecule.atoms().get(i).yAngstrom();
      r[3 * i + 2] = settings.surface().heightAngstrom();
    }
    relaxation.settle(TOLERANCE);
    atRest.put(groups, r);
    return r;
  }
}
