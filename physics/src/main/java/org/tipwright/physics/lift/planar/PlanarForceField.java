package org.tipwright.physics.lift.planar;

import org.tipwright.physics.forcefield.LennardJones;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.NineThreeAdsorption;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftSite;

/**
 * Energy of the chain in one site, in eV, and the forces on its nodes, in eV/Å. Heights are counted
 * from the flat, adsorbed molecule, x from its far end towards the held one.
 */
final class PlanarForceField implements ChainField {

  /** Sites of one neighbour that the chain can feel. */
  private static final int NEIGHBOUR_SITES = 5;

  /** Length of a CH…O hydrogen bond in Å and its Morse α in 1/Å. */
  private static final double HYDROGEN_BOND_ANGSTROM = 2.2;

  private static final double HYDROGEN_BOND_INVERSE_WIDTH = 1.5;

  /** Radius in Å over which an oxygen's well goes over from flat bottom to exponential fading. */
  private static final double SHOULDER_ANGSTROM = 0.2;

  /** Beyond this stretch in Å no spring of the junction brings a bond back. */
  private static final double LOST_STRETCH_ANGSTROM = 1.5;

  private final PlanarMolecule molecule;
  private final PlanarChain chain;
  private final OxygenPins pins;
  private final LayerHold layer;
  private final int secondOxygen;
  private final NineThreeAdsorption inner;
  private final NineThreeAdsorption outer;
  private final LennardJones contact;
  private final double lengthAngstrom;

  private MorseBond tipBond = new MorseBond(1, 1, 1);
  private MorseBond farHydrogenBond = new MorseBond(0, 1, 1);
  private MorseBond heldHydrogenBond = new MorseBond(0, 1, 1);
  private boolean farNeighbour;
  private boolean heldNeighbour;
  private double sidewaysPlus;
  private double sidewaysMinus;
  private boolean bonded;

  private final double[] forceX;
  private final double[] forceZ;
  private double forceSideways;
  private double tipX;
  private double tipY;
  private double tipZ;
  private double tipForce;
  private double bondLength;
  private double bondX;
  private double bondY;
  private double bondZ;

  PlanarForceField(PlanarMolecule molecule) {
    this.molecule = molecule;
    this.chain = molecule.chain();
    this.pins = molecule.pins();
    this.layer = molecule.layer();
    this.secondOxygen = (int) StrictMath.rint(pins.spacingAngstrom() / chain.segmentAngstrom());
    double perSegment = chain.adsorptionEv() / chain.segments();
    this.inner = new NineThreeAdsorption(perSegment, chain.adsorptionAngstrom());
    this.outer =
        new NineThreeAdsorption(perSegment / 2 + chain.endWellEv(), chain.adsorptionAngstrom());
    this.contact = new LennardJones(layer.contactEv(), layer.contactAngstrom());
    this.lengthAngstrom = chain.lengthAngstrom();
    this.forceX = new double[chain.nodes()];
    this.forceZ = new double[chain.nodes()];
  }

  /** Sets up a site with its neighbours and an intact bond to the tip. */
  void place(LiftSite site, MorseBond bond) {
    farNeighbour = !site.missesFarNeighbour();
    heldNeighbour = !site.missesHeldNeighbour();
    tipBond = bond;
    farHydrogenBond = hydrogenBond(layer.farHydrogenBondEv());
    heldHydrogenBond = hydrogenBond(layer.heldHydrogenBondEv());
    SidewaysHold hold = molecule.sideways();
    double sideways = hold.forceNanonewton() / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
    if (site.missesSideNeighbours()) {
      sideways *= 0.5;
    }
    double stiffSide = 1 + hold.asymmetry();
    boolean even = site.secondCornerToTheRight();
    sidewaysPlus = even ? sideways * stiffSide : sideways;
    sidewaysMinus = even ? sideways : sideways * stiffSide;
    bonded = true;
  }

  private static MorseBond hydrogenBond(double depthEv) {
    return new MorseBond(depthEv, HYDROGEN_BOND_INVERSE_WIDTH, HYDROGEN_BOND_ANGSTROM);
  }

  /** Puts the tip's apex at x and z in the chain's plane, y across it, in Å. */
  void tipAt(double x, double y, double z) {
    tipX = x;
    tipY = y;
    tipZ = z;
  }

  /** Breaks the bond to the tip for good. */
  void breakBond() {
    bonded = false;
  }

  /** Cuts a bond that no spring of the junction brings back. */
  @Override
  public boolean letGo() {
    if (!bonded || bondLength <= tipBond.lengthAngstrom() + LOST_STRETCH_ANGSTROM) {
      return false;
    }
    breakBond();
    return true;
  }

  @Override
  public String where() {
    return "tip at x " + tipX + ", y " + tipY + ", z " + tipZ + " Å";
  }

  boolean bonded() {
    return bonded;
  }

  @Override
  public double evaluate(double[] x, double[] z, double y) {
    int last = x.length - 1;
    double d = chain.adsorptionAngstrom();
    double energy = 0;
    for (int n = 0; n <= last; n++) {
      NineThreeAdsorption adsorption = n == 0 || n == last ? outer : inner;
      energy += adsorption.energyEv(d + z[n]);
      forceX[n] = 0;
      forceZ[n] = -adsorption.slopeEvPerAngstrom(d + z[n]);
    }
    double rest = secondOxygen * chain.segmentAngstrom();
    energy +=
        oxygenWell(0, x[0], z[0])
            + oxygenWell(secondOxygen, x[secondOxygen] - rest, z[secondOxygen]);
    if (farNeighbour) {
      energy += neighbour(x, z, -1, 0);
      energy += bond(farHydrogenBond, 0, x[0], z[0], -HYDROGEN_BOND_ANGSTROM);
    }
    if (heldNeighbour) {
      energy += neighbour(x, z, 1, lengthAngstrom);
      energy +=
          bond(heldHydrogenBond, last, x[last], z[last], lengthAngstrom + HYDROGEN_BOND_ANGSTROM);
    }
    double stiff = y > 0 ? sidewaysPlus : sidewaysMinus;
    double width = molecule.sideways().widthAngstrom();
    double rounded = StrictMath.sqrt(y * y + width * width);
    energy += stiff * (rounded - width);
    forceSideways = -stiff * y / rounded;
    return energy + pull(x[last], y, z[last], last);
  }

  private double pull(double x, double y, double z, int held) {
    tipForce = 0;
    bondX = 0;
    bondY = 0;
    bondZ = 0;
    bondLength = Double.POSITIVE_INFINITY;
    if (!bonded) {
      return 0;
    }
    double dx = tipX - x;
    double dy = tipY - y;
    double dz = tipZ - z;
    double r = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    tipForce = tipBond.slopeEvPerAngstrom(r);
    bondLength = r;
    double pull = tipForce / r;
    bondX = pull * dx;
    bondY = pull * dy;
    bondZ = pull * dz;
    forceX[held] += bondX;
    forceZ[held] += bondZ;
    forceSideways += bondY;
    return tipBond.energyEv(r);
  }

  private double oxygenWell(int node, double offset, double height) {
    double depth = pins.wellEv();
    double phase = 2 * StrictMath.PI * offset / pins.latticeAngstrom();
    double lateral = 0.5 * (1 + StrictMath.cos(phase));
    double fade = oxygenShare(height);
    double slope = 0;
    if (height > 0) {
      double s = StrictMath.sqrt(height * height + SHOULDER_ANGSTROM * SHOULDER_ANGSTROM);
      slope = -fade * height / (s * pins.fadeAngstrom());
    }
    forceX[node] -=
        depth * fade * 0.5 * StrictMath.sin(phase) * 2 * StrictMath.PI / pins.latticeAngstrom();
    forceZ[node] += depth * lateral * slope;
    return -depth * lateral * fade;
  }

  /** Node of the far end's second oxygen; the first is at node 0. */
  int secondOxygen() {
    return secondOxygen;
  }

  /** Share of an oxygen's well that is left at a height in Å above the flat molecule. */
  double oxygenShare(double height) {
    if (height <= 0) {
      return 1;
    }
    double s = StrictMath.sqrt(height * height + SHOULDER_ANGSTROM * SHOULDER_ANGSTROM);
    return StrictMath.exp((SHOULDER_ANGSTROM - s) / pins.fadeAngstrom());
  }

  private double neighbour(double[] x, double[] z, int direction, double edge) {
    double energy = 0;
    for (int k = 0; k < NEIGHBOUR_SITES; k++) {
      double site = edge + direction * (layer.contactAngstrom() + k * layer.siteSpacingAngstrom());
      for (int n = 0; n < x.length; n++) {
        double dx = x[n] - site;
        double squared = dx * dx + z[n] * z[n];
        squared = Math.max(squared, 1);
        energy += contact.energyEv(squared);
        double slope = contact.slopeOverDistance(squared);
        forceX[n] -= slope * dx;
        forceZ[n] -= slope * z[n];
      }
    }
    return energy;
  }

  private double bond(MorseBond bond, int node, double x, double z, double partner) {
    double dx = x - partner;
    double r = StrictMath.sqrt(dx * dx + z * z);
    double slope = bond.slopeEvPerAngstrom(r) / r;
    forceX[node] -= slope * dx;
    forceZ[node] -= slope * z;
    return bond.energyEv(r);
  }

  @Override
  public double[] forceX() {
    return forceX;
  }

  @Override
  public double[] forceZ() {
    return forceZ;
  }

  @Override
  public double forceSideways() {
    return forceSideways;
  }

  /** Force in the bond to the tip, in eV/Å, positive where it pulls. */
  double tipForce() {
    return tipForce;
  }

  /** The same along x, in eV/Å. */
  double tipForceX() {
    return bondX;
  }

  /** The same across the plane, in eV/Å. */
  double tipForceY() {
    return bondY;
  }

  /** The same along z, in eV/Å. */
  double tipForceZ() {
    return bondZ;
  }

  /** Length of the bond to the tip in Å; +∞ once broken. */
  double bondLength() {
    return bondLength;
  }

  /** The bond to the tip, intact or not. */
  MorseBond tipBond() {
    return tipBond;
  }
}
