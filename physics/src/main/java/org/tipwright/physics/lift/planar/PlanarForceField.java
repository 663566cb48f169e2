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
final class PlanarForceField {

  /** Sites of one neighbour that the chain can feel. */
  private static final int NEIGHBOUR_SITES = 5;

  /** Length of a CH…O hydrogen bond in Å and its Morse α in 1/Å. */
  private static final double HYDROGEN_BOND_ANGSTROM = 2.2;

  private static final double HYDROGEN_BOND_INVERSE_WIDTH = 1.5;

  /** Radius in Å over which an oxygen's well goes over from flat bottom to exponential fading. */
  private static final double SHOULDER_ANGSTROM = 0.2;

  private final PlanarMolecule molecule;
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
  private double tipForce;
  private double bondLength;

  PlanarForceField(PlanarMolecule molecule) {
    this.molecule = molecule;
    double perSegment = molecule.adsorptionEv() / molecule.segments();
    this.inner = new NineThreeAdsorption(perSegment, molecule.adsorptionAngstrom());
    this.outer = new NineThreeAdsorption(perSegment / 2, molecule.adsorptionAngstrom());
    this.contact = new LennardJones(molecule.neighbourEv(), molecule.neighbourAngstrom());
    this.lengthAngstrom = molecule.segments() * molecule.segmentAngstrom();
    this.forceX = new double[molecule.nodes()];
    this.forceZ = new double[molecule.nodes()];
  }

  /** Sets up a site with its neighbours and an intact bond to the tip. */
  void place(LiftSite site) {
    farNeighbour = !site.missesFarNeighbour();
    heldNeighbour = !site.missesHeldNeighbour();
    tipBond =
        MorseBond.ofStrength(
            molecule.tipBondEv(), site.bondStrengthNanonewton(), molecule.tipBondAngstrom());
    farHydrogenBond = hydrogenBond(molecule.farHydrogenBondEv());
    heldHydrogenBond = hydrogenBond(molecule.heldHydrogenBondEv());
    double sideways = molecule.sidewaysNanonewton() / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
    if (site.missesSideNeighbours()) {
      sideways *= 0.5;
    }
    double stiffSide = 1 + molecule.sidewaysAsymmetry();
    boolean even = site.secondCornerToTheRight();
    sidewaysPlus = even ? sideways * stiffSide : sideways;
    sidewaysMinus = even ? sideways : sideways * stiffSide;
    bonded = true;
  }

  private static MorseBond hydrogenBond(double depthEv) {
    return new MorseBond(depthEv, HYDROGEN_BOND_INVERSE_WIDTH, HYDROGEN_BOND_ANGSTROM);
  }

  /** Breaks the bond to the tip for good. */
  void breakBond() {
    bonded = false;
  }

  boolean bonded() {
    return bonded;
  }

  /**
   * Energy in eV of all but bending, filling the force arrays.
   *
   * @param x node positions along the chain's plane, in Å
   * @param z node heights above the flat molecule, in Å
   * @param y out-of-plane displacement of the held oxygen, in Å
   * @param tipX tip apex in the chain's plane, likewise {@code tipY} and {@code tipZ}, in Å
   */
  double evaluate(double[] x, double[] z, double y, double tipX, double tipY, double tipZ) {
    int last = x.length - 1;
    double d = molecule.adsorptionAngstrom();
    double energy = 0;
    for (int n = 0; n <= last; n++) {
      NineThreeAdsorption adsorption = n == 0 || n == last ? outer : inner;
      energy += adsorption.energyEv(d + z[n]);
      forceX[n] = 0;
      forceZ[n] = -adsorption.slopeEvPerAngstrom(d + z[n]);
    }
    energy += oxygenWell(0, x[0], z[0]) + oxygenWell(1, x[1] - molecule.segmentAngstrom(), z[1]);
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
    double width = molecule.sidewaysAngstrom();
    double rounded = StrictMath.sqrt(y * y + width * width);
    energy += stiff * (rounded - width);
    forceSideways = -stiff * y / rounded;
    tipForce = 0;
    bondLength = Double.POSITIVE_INFINITY;
    if (bonded) {
      double dx = tipX - x[last];
      double dy = tipY - y;
      double dz = tipZ - z[last];
      double r = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
      energy += tipBond.energyEv(r);
      tipForce = tipBond.slopeEvPerAngstrom(r);
      bondLength = r;
      double pull = tipForce / r;
      forceX[last] += pull * dx;
      forceZ[last] += pull * dz;
      forceSideways += pull * dy;
    }
    return energy;
  }

  private double oxygenWell(int node, double offset, double height) {
    double depth = molecule.oxygenWellEv();
    double phase = 2 * StrictMath.PI * offset / molecule.latticeAngstrom();
    double lateral = 0.5 * (1 + StrictMath.cos(phase));
    double fade = oxygenShare(height);
    double slope = 0;
    if (height > 0) {
      double s = StrictMath.sqrt(height * height + SHOULDER_ANGSTROM * SHOULDER_ANGSTROM);
      slope = -fade * height / (s * molecule.oxygenFadeAngstrom());
    }
    forceX[node] -=
        depth * fade * 0.5 * StrictMath.sin(phase) * 2 * StrictMath.PI / molecule.latticeAngstrom();
    forceZ[node] += depth * lateral * slope;
    return -depth * lateral * fade;
  }

  /** Share of an oxygen's well that is left at a height in Å above the flat molecule. */
  double oxygenShare(double height) {
    if (height <= 0) {
      return 1;
    }
    double s = StrictMath.sqrt(height * height + SHOULDER_ANGSTROM * SHOULDER_ANGSTROM);
    return StrictMath.exp((SHOULDER_ANGSTROM - s) / molecule.oxygenFadeAngstrom());
  }

  private double neighbour(double[] x, double[] z, int direction, double edge) {
    double energy = 0;
    for (int k = 0; k < NEIGHBOUR_SITES; k++) {
      double site =
          edge + direction * (molecule.neighbourAngstrom() + k * molecule.segmentAngstrom());
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

  double[] forceX() {
    return forceX;
  }

  double[] forceZ() {
    return forceZ;
  }

  double forceSideways() {
    return forceSideways;
  }

  /** Force in the bond to the tip, in eV/Å, positive where it pulls. */
  double tipForce() {
    return tipForce;
  }

  /** Length of the bond to the tip in Å; +∞ once broken. */
  double bondLength() {
    return bondLength;
  }

  MorseBond tipBond() {
    return tipBond;
  }
}
