package org.tipwright.physics.slide.rigid;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.slide.SlideEvent;
import org.tipwright.physics.slide.SlideEvents;
import org.tipwright.physics.slide.SlideModel;
import org.tipwright.physics.slide.SlideScene;

/**
 * Rigid flat molecules that the tip drags by an anchor and that push one another on contact. Quasi-
 * static and without heat: a molecule jumps only when its minimum is gone.
 */
public final class RigidSlide implements SlideModel {

  /** The tip moves no further than this between two relaxations, in Å. */
  private static final double SUB_STEP_ANGSTROM = 0.02;

  /** Energy in eV that vanishes in a sub-step without being work: more than this is a jump. */
  private static final double SNAP_EV = 5e-3;

  /** A molecule that moved further than this in a sub-step, in Å, jumped. */
  private static final double JUMP_ANGSTROM = 0.3;

  private final RigidMolecule molecule;
  private final RigidField field;
  private final RigidRelaxation relaxation;
  private final SlideEvents events = new SlideEvents();

  private RigidBodies bodies;
  private double[] beforeX = new double[0];
  private double[] beforeY = new double[0];
  private boolean placed;
  private double clock;
  private double work;

  /** An engine for one kind of molecule; {@link #place} comes first. */
  public RigidSlide(RigidMolecule molecule) {
    this.molecule = molecule;
    this.field = new RigidField(molecule);
    this.relaxation = new RigidRelaxation(molecule, field);
    this.bodies = new RigidBodies(molecule.outline(), List.of());
  }

  /**
   * {@inheritDoc}
   *
   * @throws NotConverged also if molecules are laid into one another
   */
  @Override
  public void place(SlideScene scene, RandomGenerator random) throws NotConverged {
    placed = false;
    bodies = new RigidBodies(molecule.outline(), scene.adsorbates());
    beforeX = new double[bodies.size()];
    beforeY = new double[bodies.size()];
    clock = 0;
    work = 0;
    events.clear();
    field.moveTip(scene.tipXAngstrom(), scene.tipYAngstrom(), scene.tipZAngstrom());
    relaxation.relax(bodies);
    placed = true;
  }

  @Override
  public void moveTip(
      double xAngstrom, double yAngstrom, double zAngstrom, double speedAngstromPerSecond)
      throws NotConverged {
    if (!(speedAngstromPerSecond > 0) || !Double.isFinite(xAngstrom + yAngstrom + zAngstrom)) {
      throw new IllegalArgumentException(
          "tip to x "
              + xAngstrom
              + ", y "
              + yAngstrom
              + ", z "
              + zAngstrom
              + " Å at "
              + speedAngstromPerSecond
              + " Å/s");
    }
    begin();
    double startX = field.tipX();
    double startY = field.tipY();
    double startZ = field.tipZ();
    double dx = xAngstrom - startX;
    double dy = yAngstrom - startY;
    double dz = zAngstrom - startZ;
    double distance = StrictMath.sqrt(dx * dx + dy * dy + dz * dz);
    int steps = Math.max(1, (int) StrictMath.ceil(distance / SUB_STEP_ANGSTROM - 1e-9));
    for (int i = 1; i <= steps; i++) {
      double share = (double) i / steps;
      boolean last = i == steps;
      clock += distance / steps / speedAngstromPerSecond;
      subStep(
          last ? xAngstrom : startX + share * dx,
          last ? yAngstrom : startY + share * dy,
          last ? zAngstrom : startZ + share * dz);
    }
    placed = true;
  }

  @Override
  public void dwell(double seconds) {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("a dwell of " + seconds + " s");
    }
    begin();
    clock += seconds;
    placed = true;
  }

  private void begin() {
    if (!placed) {
      throw new IllegalStateException("nothing is placed, or the last move did not converge");
    }
    placed = false;
    events.clear();
  }

  private void subStep(double toX, double toY, double toZ) throws NotConverged {
    double dx = toX - field.tipX();
    double dy = toY - field.tipY();
    double dz = toZ - field.tipZ();
    double energy = field.energyEv();
    double force = forceAlong(dx, dy, dz);
    for (int i = 0; i < beforeX.length; i++) {
      beforeX[i] = bodies.x(i);
      beforeY[i] = bodies.y(i);
    }
    field.moveTip(toX, toY, toZ);
    relaxation.relax(bodies);
    double done = -0.5 * (force + forceAlong(dx, dy, dz));
    work += done;
    noteJumps(energy + done - field.energyEv());
  }

  private double forceAlong(double dx, double dy, double dz) {
    return field.tipForceX() * dx + field.tipForceY() * dy + field.tipForceZ() * dz;
  }

  private void noteJumps(double lost) {
    int furthest = 0;
    for (int i = 1; i < beforeX.length; i++) {
      furthest = moved(i) > moved(furthest) ? i : furthest;
    }
    for (int i = 0; i < beforeX.length; i++) {
      boolean bears = i == furthest && Math.abs(lost) > SNAP_EV;
      if (bears || moved(i) > JUMP_ANGSTROM) {
        events.add(
            SlideEvent.Kind.SNAP,
            i,
            clock,
            beforeX[i],
            beforeY[i],
            bodies.x(i),
            bodies.y(i),
            0,
            i == furthest ? lost : 0);
      }
    }
  }

  private double moved(int i) {
    return StrictMath.hypot(bodies.x(i) - beforeX[i], bodies.y(i) - beforeY[i]);
  }

  @Override
  public int adsorbates() {
    return bodies.size();
  }

  @Override
  public double xAngstrom(int adsorbate) {
    return bodies.x(adsorbate);
  }

  @Override
  public double yAngstrom(int adsorbate) {
    return bodies.y(adsorbate);
  }

  @Override
  public double azimuthRadians(int adsorbate) {
    return bodies.azimuth(adsorbate);
  }

  @Override
  public double tipForceXNanonewton() {
    return field.tipForceX() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double tipForceYNanonewton() {
    return field.tipForceY() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double tipForceZNanonewton() {
    return field.tipForceZ() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double energyEv() {
    return field.energyEv();
  }

  @Override
  public double workEv() {
    return work;
  }

  @Override
  public double clockSeconds() {
    return clock;
  }

  @Override
  public SlideEvents events() {
    return events;
  }
}
