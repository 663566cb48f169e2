package org.tipwright.physics.lift.molecular;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.ThermalHops;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.BondRupture;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.molecule.Molecule;

/**
 * A flexible molecule, all its atoms, lifted by one corner oxygen from a metal and out of its
 * layer. Quasi-static: every state that can be seen is relaxed to 10⁻³ eV/Å, from the one before.
 */
public final class MolecularLift implements LiftModel {

  /**
   * Largest force on an atom in a state that can be seen, in eV/Å: fifty times less than the 10⁻³
   * (1.6 pN) that is promised, for 38 small forces add up in the tip.
   */
  private static final double TOLERANCE = 2e-5;

  /** The same between the sub-steps of a move, which nobody sees. */
  private static final double PASSING_TOLERANCE = 2e-2;

  /**
   * Energy in eV by which a move may miss the work of the mean force before it counts as a jump: a
   * molecule can slip within one relaxation without any step being taken on the way down.
   */
  private static final double UNEXPLAINED_EV = 0.02;

  private static final double SUB_STEP_ANGSTROM = 0.35;

  /** Beyond this stretch in Å a bond is lost. */
  private static final double LOST_STRETCH_ANGSTROM = 1.5;

  /** A corner counts as free of its site when this share of its bond remains: 1.4 Å up. */
  private static final double FREE_SHARE = 0.1;

  private static final int ALL_NEIGHBOURS =
      MoleculeOnMetal.PLUS_END | MoleculeOnMetal.MINUS_END | MoleculeOnMetal.SIDES;

  private final MoleculeOnMetal onMetal;
  private final boolean isolated;
  private final HeldMolecule energy;
  private final Relaxation relaxation;
  private final double[] scratch;

  private double xx = 1;
  private double xy;
  private double yx;
  private double yy = 1;
  private double contactX;
  private double contactY;
  private double contactZ;
  private double x;
  private double y;
  private double z;
  private boolean slid;

  /** An engine for these settings, the molecule in its layer; {@link #place} comes first. */
  public MolecularLift(MolecularSettings settings) {
    this(settings, false);
  }

  /**
   * An engine for these settings.
   *
   * @param isolated whether the molecule has no neighbours, whatever the site says
   */
  public MolecularLift(MolecularSettings settings, boolean isolated) {
    this.onMetal = MoleculeOnMetal.of(settings);
    this.isolated = isolated;
    this.energy = onMetal.energy();
    int atoms = onMetal.molecule().atoms().size();
    this.relaxation = new Relaxation(energy, atoms, LOST_STRETCH_ANGSTROM);
    this.scratch = new double[3 * atoms];
  }

  @Override
  public void place(LiftSite site) throws NotConverged {
    int corner = onMetal.corners().get(site.heldCorner() % onMetal.corners().size());
    double cornerX = onMetal.molecule().atoms().get(corner).xAngstrom();
    double cornerY = onMetal.molecule().atoms().get(corner).yAngstrom();
    int groups = isolated ? 0 : groups(site, cornerX > 0);
    energy.surround(onMetal.field(groups));
    double[] rest = onMetal.atRest(groups);
    double[] r = relaxation.positions();
    System.arraycopy(rest, 0, r, 0, r.length);
    turn(site, StrictMath.atan2(-cornerY, -cornerX));
    MolecularSettings settings = onMetal.settings();
    energy.hold(
        corner,
        MorseBond.ofStrength(
            settings.tipBondEv(), site.bondStrengthNanonewton(), settings.tipBondAngstrom()));
    contactX = r[3 * corner];
    contactY = r[3 * corner + 1];
    contactZ = r[3 * corner + 2] + settings.tipBondAngstrom();
    x = 0;
    y = 0;
    z = 0;
    energy.moveTip(contactX, contactY, contactZ);
    settle();
  }

  private static int groups(LiftSite site, boolean heldAtPlusEnd) {
    int groups = ALL_NEIGHBOURS;
    if (site.missesHeldNeighbour()) {
      groups &= ~(heldAtPlusEnd ? MoleculeOnMetal.PLUS_END : MoleculeOnMetal.MINUS_END);
    }
    if (site.missesFarNeighbour()) {
      groups &= ~(heldAtPlusEnd ? MoleculeOnMetal.MINUS_END : MoleculeOnMetal.PLUS_END);
    }
    return site.missesSideNeighbours() ? groups & ~MoleculeOnMetal.SIDES : groups;
  }

  /** Takes the laboratory's axes into the molecule's; a mirrored layer is turned over first. */
  private void turn(LiftSite site, double inwardInMolecule) {
    double azimuth = site.inwardAzimuthRadians();
    double flip = site.mirrored() ? -1 : 1;
    double angle = inwardInMolecule - flip * azimuth;
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    xx = cos;
    xy = -sin * flip;
    yx = sin;
    yy = cos * flip;
  }

  @Override
  public void moveTip(double xAngstrom, double yAngstrom, double zAngstrom) throws NotConverged {
    double dx = xAngstrom - x;
    double dy = yAngstrom - y;
    double dz = zAngstrom - z;
    // The path in the molecule's frame, along which the tip does work.
    double mx = xx * dx + xy * dy;
    double my = yx * dx + yy * dy;
    double energyBefore = relaxation.energyEv();
    double workBefore = energy.workEv(mx, my, dz);
    double distance = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    int steps = Math.max(1, (int) StrictMath.ceil(distance / SUB_STEP_ANGSTROM));
    for (int i = 1; i <= steps && energy.bonded(); i++) {
      double share = (double) i / steps;
      relax(x + share * dx, y + share * dy, z + share * dz, PASSING_TOLERANCE);
    }
    relaxation.settle(TOLERANCE);
    double work = 0.5 * (workBefore + energy.workEv(mx, my, dz));
    double unexplained = relaxation.energyEv() - energyBefore - work;
    slid = relaxation.takeSlid() || Math.abs(unexplained) > UNEXPLAINED_EV;
    x = xAngstrom;
    y = yAngstrom;
    z = zAngstrom;
  }

  /**
   * The bond's barrier is that of a tilted Morse law; what still lies on the metal slides by one
   * period of the lattice over a tilted sinusoid, all its pinned corners together.
   */
  @Override
  public void dwell(double seconds, ThermalHops heat, RandomGenerator random) throws NotConverged {
    if (heat.temperatureKelvin() == 0) {
      return;
    }
    double luck = random.nextDouble();
    double rupture =
        energy.bonded()
            ? heat.rateHertz(BondRupture.barrierEv(energy.tipLaw(), energy.tipForceEvPerAngstrom()))
            : 0;
    double slip = energy.bonded() ? heat.rateHertz(energy.slipBarrierEv()) : 0;
    double likely = -StrictMath.expm1(-(rupture + slip) * seconds);
    if (luck >= likely) {
      return;
    }
    if (luck < likely * rupture / (rupture + slip)) {
      release();
    } else {
      energy.slip(relaxation.positions());
      settle();
      slid = true;
    }
  }

  @Override
  public void release() throws NotConverged {
    energy.release();
    settle();
    slid = true;
  }

  private void settle() throws NotConverged {
    relaxation.forget();
    relaxation.approach(PASSING_TOLERANCE);
    relaxation.settle(TOLERANCE);
    slid = relaxation.takeSlid();
  }

  private void relax(double atX, double atY, double atZ, double tolerance) throws NotConverged {
    energy.moveTip(contactX + xx * atX + xy * atY, contactY + yx * atX + yy * atY, contactZ + atZ);
    relaxation.approach(tolerance);
  }

  @Override
  public boolean bondIntact() {
    return energy.bonded();
  }

  @Override
  public boolean freeOfSite() {
    Substrate surface = onMetal.settings().surface();
    double fade = surface.cornerFadeAngstrom();
    double free = surface.cornerHeightAngstrom() - fade * StrictMath.log(FREE_SHARE);
    double[] r = relaxation.positions();
    for (int corner : onMetal.corners()) {
      if (r[3 * corner + 2] < free) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double tipForceNanonewton() {
    return Math.abs(energy.tipForceEvPerAngstrom()) * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double bondStretchAngstrom() {
    return energy.stretchAngstrom();
  }

  @Override
  public double verticalStiffnessNewtonPerMetre() {
    if (!energy.bonded()) {
      return 0;
    }
    return energy.verticalStiffness(scratch) * Units.NEWTON_PER_METRE_PER_EV_PER_ANGSTROM2;
  }

  /** Energy of the last relaxed state in eV, with the bond to the tip. */
  public double energyEv() {
    return relaxation.energyEv();
  }

  /** Vertical force on the tip in nN: positive where the molecule pulls it down. */
  public double verticalForceNanonewton() {
    return energy.verticalTipForceEvPerAngstrom() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  /** The molecule, its atoms in the order of {@link #heightAngstrom}. */
  public Molecule molecule() {
    return onMetal.molecule();
  }

  /** Height of an atom over the topmost nuclei, in Å. */
  public double heightAngstrom(int atom) {
    return relaxation.positions()[3 * atom + 2];
  }

  /** Largest force on an atom in the last state, in eV/Å. */
  public double residualEvPerAngstrom() {
    return relaxation.residualEvPerAngstrom();
  }

  /** Evaluations of the energy so far: the cost of all relaxations. */
  public long evaluations() {
    return relaxation.evaluations();
  }

  /** Factorisations of the stiffness so far. */
  public long factorisations() {
    return relaxation.factorisations();
  }

  /**
   * Whether the last move took the molecule over an edge, so that its energy fell by a jump: an
   * oxygen that tore off, a slip, a bond that broke.
   */
  public boolean slid() {
    return slid;
  }
}
