package org.tipwright.physics.lift.planar;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
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
  private static final double SEGMENT_MASS = 2;

  private static final double SEGMENT_INERTIA = 30;
  private static final double SIDEWAYS_MASS = 4;

  /** Largest generalised force left in a returned state, in eV/Å (1.6 pN). */
  private static final double TOLERANCE = 1e-3;

  /** The same between sub-steps of one move, whose states nobody sees. */
  private static final double PASSING_TOLERANCE = 3e-2;

  private static final double SUB_STEP_ANGSTROM = 0.16;

  /** Beyond this stretch in Å no spring of the junction brings a bond back. */
  private static final double LOST_STRETCH_ANGSTROM = 1.5;

  /** A well counts as left when this share of its depth remains. */
  private static final double FREE_SHARE = 0.05;

  private final PlanarMolecule molecule;
  private final PlanarForceField field;
  private final ChainBodies chain;
  private final ChainRelaxation relaxation;
  private final LinearResponse response;

  private double cos = 1;
  private double sin;
  private double x;
  private double y;
  private double z;

  /** An engine for this molecule; {@link #place} comes first. */
  public PlanarLift(PlanarMolecule molecule) {
    this.molecule = molecule;
    this.field = new PlanarForceField(molecule);
    this.chain =
        new ChainBodies(
            molecule.segments(), molecule.segmentAngstrom(), SEGMENT_MASS, SEGMENT_INERTIA);
    ChainGradient gradient = new ChainGradient(molecule, field);
    this.relaxation = new ChainRelaxation(field, gradient, chain, SIDEWAYS_MASS);
    this.response = new LinearResponse(molecule, field, gradient);
  }

  @Override
  public void place(LiftSite site) throws NotConverged {
    field.place(site);
    relaxation.layFlat();
    cos = StrictMath.cos(site.inwardAzimuthRadians());
    sin = StrictMath.sin(site.inwardAzimuthRadians());
    x = 0;
    y = 0;
    z = 0;
    relax(0, 0, 0, TOLERANCE);
  }

  @Override
  public void moveTip(double xAngstrom, double yAngstrom, double zAngstrom) throws NotConverged {
    double dx = xAngstrom - x;
    double dy = yAngstrom - y;
    double dz = zAngstrom - z;
    double distance = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    int steps = Math.max(1, (int) StrictMath.ceil(distance / SUB_STEP_ANGSTROM));
    for (int i = 1; i <= steps && field.bonded(); i++) {
      double share = (double) i / steps;
      double tolerance = i == steps ? TOLERANCE : PASSING_TOLERANCE;
      relax(x + share * dx, y + share * dy, z + share * dz, tolerance);
    }
    x = xAngstrom;
    y = yAngstrom;
    z = zAngstrom;
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
    field.breakBond();
    relax(x, y, z, TOLERANCE);
  }

  private void relax(double atX, double atY, double atZ, double tolerance) throws NotConverged {
    relaxation.relax(
        alongChain(atX, atY),
        acrossChain(atX, atY),
        apex(atZ),
        tolerance,
        molecule.tipBondAngstrom() + LOST_STRETCH_ANGSTROM);
  }

  private double alongChain(double atX, double atY) {
    return molecule.segments() * molecule.segmentAngstrom() - (cos * atX + sin * atY);
  }

  private double acrossChain(double atX, double atY) {
    return cos * atY - sin * atX;
  }

  private double apex(double atZ) {
    return atZ + molecule.tipBondAngstrom();
  }

  @Override
  public boolean bondIntact() {
    return field.bonded();
  }

  @Override
  public boolean freeOfSite() {
    double[] height = chain.nodeZ();
    return field.oxygenShare(height[0]) < FREE_SHARE && field.oxygenShare(height[1]) < FREE_SHARE;
  }

  @Override
  public double tipForceNanonewton() {
    return field.bonded() ? Math.abs(field.tipForce()) * Units.NANONEWTON_PER_EV_PER_ANGSTROM : 0;
  }

  @Override
  public double bondStretchAngstrom() {
    return field.bondLength() - molecule.tipBondAngstrom();
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

  /** Energy of the last relaxed state, in eV, with the bond to the tip. */
  public double energyEv() {
    return relaxation.energyEv();
  }

  /** World steps taken so far: the cost of all relaxations. */
  public long worldSteps() {
    return relaxation.worldSteps();
  }
}
