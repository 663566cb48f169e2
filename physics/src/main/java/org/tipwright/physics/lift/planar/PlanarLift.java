package org.tipwright.physics.lift.planar;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.ThermalHops;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.BondRupture;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;

/**
 * A molecule lifted as a planar chain. The tip's position is split into the plane of the held
 * corner and the molecule's centre, where the chain moves, and the direction across it, where an
 * elastic term (a modelling choice) resists.
 */
public final class PlanarLift implements LiftModel {

  /** Fictitious masses, chosen so that bending and adsorption relax equally fast. */
  static final double SEGMENT_MASS = 2;

  static final double SEGMENT_INERTIA = 30;
  static final double SIDEWAYS_MASS = 4;

  /** Largest generalised force left in a returned state, in eV/Å (1.6 pN). */
  public static final double TOLERANCE = 1e-3;

  /** The same between sub-steps of one move, whose states nobody sees. */
  private static final double PASSING_TOLERANCE = 3e-2;

  private static final double SUB_STEP_ANGSTROM = 0.16;

  /** A well counts as left when this share of its depth remains. */
  private static final double FREE_SHARE = 0.05;

  /**
   * Energy in eV that a move may lose beyond what the tip takes out before it counts as a slip:
   * some ten times what a smooth move loses to rounding and to unfinished sub-steps.
   */
  private static final double SLIP_EV = 0.02;

  private final PlanarMolecule molecule;
  private final double lengthAngstrom;
  private final double tolerance;
  private final PlanarForceField field;
  private final ChainBodies chain;
  private final ChainRelaxation relaxation;
  private final LinearResponse response;

  private double cos = 1;
  private double sin;
  private double x;
  private double y;
  private double z;
  private boolean slid;

  /** An engine for this molecule; {@link #place} comes first. */
  public PlanarLift(PlanarMolecule molecule) {
    this(molecule, TOLERANCE);
  }

  /**
   * An engine that relaxes further than needed for learning.
   *
   * @param toleranceEvPerAngstrom largest generalised force left in a returned state, at most
   *     {@link #TOLERANCE}; JBox2D's float32 positions bear some 1e-5
   */
  public PlanarLift(PlanarMolecule molecule, double toleranceEvPerAngstrom) {
    if (!(toleranceEvPerAngstrom > 0 && toleranceEvPerAngstrom <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "planar lift: a tolerance of "
              + toleranceEvPerAngstrom
              + " eV/Å is not within 0 to "
              + TOLERANCE);
    }
    this.molecule = molecule;
    this.tolerance = toleranceEvPerAngstrom;
    PlanarChain sheet = molecule.chain();
    this.lengthAngstrom = sheet.lengthAngstrom();
    this.field = new PlanarForceField(molecule);
    this.chain =
        new ChainBodies(sheet.segments(), sheet.segmentAngstrom(), SEGMENT_MASS, SEGMENT_INERTIA);
    ChainGradient gradient = new ChainGradient(sheet, field);
    this.relaxation = new ChainRelaxation(field, gradient, chain, SIDEWAYS_MASS);
    this.response = new LinearResponse(sheet, field, gradient);
  }

  @Override
  public void place(LiftSite site) throws NotConverged {
    place(
        site,
        MorseBond.ofStrength(
            molecule.tipBondEv(), site.bondStrengthNanonewton(), molecule.tipBondAngstrom()));
  }

  /**
   * The same with a bond to the tip of one's own, whatever the site says of its strength.
   *
   * @throws NotConverged if no relaxed state is found
   */
  public void place(LiftSite site, MorseBond tipBond) throws NotConverged {
    field.place(site, tipBond);
    relaxation.layFlat();
    cos = StrictMath.cos(site.inwardAzimuthRadians());
    sin = StrictMath.sin(site.inwardAzimuthRadians());
    x = 0;
    y = 0;
    z = 0;
    slid = false;
    relax(0, 0, 0, tolerance);
  }

  @Override
  public void moveTip(double xAngstrom, double yAngstrom, double zAngstrom) throws NotConverged {
    double dx = xAngstrom - x;
    double dy = yAngstrom - y;
    double dz = zAngstrom - z;
    double distance = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    int steps = Math.max(1, (int) StrictMath.ceil(distance / SUB_STEP_ANGSTROM));
    boolean held = field.bonded();
    double energyBefore = relaxation.energyEv();
    double workEv = 0;
    double pull = pullAlong(dx, dy, dz);
    for (int i = 1; i <= steps && field.bonded(); i++) {
      double share = (double) i / steps;
      double left = i == steps ? tolerance : PASSING_TOLERANCE;
      relax(x + share * dx, y + share * dy, z + share * dz, left);
      double pullNow = pullAlong(dx, dy, dz);
      workEv += 0.5 * (pull + pullNow) / steps;
      pull = pullNow;
    }
    if (held && !field.bonded()) {
      relaxation.relax(tolerance);
    }
    x = xAngstrom;
    y = yAngstrom;
    z = zAngstrom;
    slid =
        held
            && (!field.bonded()
                || Math.abs(energyBefore + workEv - relaxation.energyEv()) > SLIP_EV);
  }

  @Override
  public void dwell(double seconds, ThermalHops heat, RandomGenerator random) throws NotConverged {
    if (heat.temperatureKelvin() == 0) {
      return;
    }
    double luck = random.nextDouble();
    if (field.bonded()) {
      double barrier = BondRupture.barrierEv(field.tipBond(), field.tipForce());
      if (luck < heat.probability(barrier, seconds)) {
        release();
      }
    }
  }

  @Override
  public void release() throws NotConverged {
    slid = field.bonded();
    field.breakBond();
    relaxation.relax(tolerance);
  }

  /** Work in eV of the tip against its bond, over a displacement at the force of this moment. */
  private double pullAlong(double dx, double dy, double dz) {
    return -field.tipForceX() * (cos * dx + sin * dy)
        + field.tipForceY() * (cos * dy - sin * dx)
        + field.tipForceZ() * dz;
  }

  private void relax(double atX, double atY, double atZ, double left) throws NotConverged {
    field.tipAt(alongChain(atX, atY), acrossChain(atX, atY), apex(atZ));
    relaxation.relax(left);
  }

  private double alongChain(double atX, double atY) {
    return lengthAngstrom - (cos * atX + sin * atY);
  }

  private double acrossChain(double atX, double atY) {
    return cos * atY - sin * atX;
  }

  private double apex(double atZ) {
    return atZ + field.tipBond().lengthAngstrom();
  }

  @Override
  public boolean bondIntact() {
    return field.bonded();
  }

  @Override
  public boolean freeOfSite() {
    double[] height = chain.nodeZ();
    return field.oxygenShare(height[0]) < FREE_SHARE
        && field.oxygenShare(height[field.secondOxygen()]) < FREE_SHARE;
  }

  @Override
  public double tipForceNanonewton() {
    return field.bonded() ? Math.abs(field.tipForce()) * Units.NANONEWTON_PER_EV_PER_ANGSTROM : 0;
  }

  @Override
  public double bondStretchAngstrom() {
    return field.bondLength() - field.tipBond().lengthAngstrom();
  }

  @Override
  public double verticalStiffnessNewtonPerMetre() {
    if (!field.bonded()) {
      return 0;
    }
    double stiffness =
        response.verticalStiffness(
            chain, relaxation.sidewaysAngstrom(), alongChain(x, y), acrossChain(x, y), apex(z));
    return stiffness * Units.NEWTON_PER_METRE_PER_EV_PER_ANGSTROM2;
  }

  /** Vertical force on the tip in nN: positive where the molecule pulls it down. */
  public double verticalForceNanonewton() {
    return field.tipForceZ() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  /** Force on the tip in nN along the chain: positive where the molecule pulls it outward. */
  public double outwardForceNanonewton() {
    return -field.tipForceX() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  /** Height in Å of a node above the image plane; node 0 is the far end. */
  public double heightAngstrom(int node) {
    return chain.nodeZ()[node] + molecule.chain().adsorptionAngstrom();
  }

  /**
   * Whether the last move took the molecule over an edge, so that its energy fell by a jump: an end
   * that tore off, a slip, a bond that broke.
   */
  public boolean slid() {
    return slid;
  }

  /** Largest generalised force left in the last relaxed state, in eV/Å. */
  public double residualEvPerAngstrom() {
    return relaxation.residualEvPerAngstrom();
  }

  /** Energy of the last relaxed state, in eV, with the bond to the tip. */
  public double energyEv() {
    return relaxation.energyEv();
  }

  /** World steps taken so far: the cost of all relaxations. */
  public long worldSteps() {
    return relaxation.worldSteps();
  }
}
