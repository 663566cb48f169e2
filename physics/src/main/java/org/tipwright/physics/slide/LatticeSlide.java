package org.tipwright.physics.slide;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;

/**
 * Adatoms and small adsorbates of one kind on the lattice potential, moved by the tip. After each
 * sub-step all relax; then they may hop over the barriers of the combined surface. Every force left
 * is below 10⁻³ eV/Å, or {@link NotConverged} is thrown.
 *
 * <p>Whether an adsorbate follows the tip (pulling), flees it (pushing) or stays in its well
 * (sliding) is not put in: it comes out of barrier, tip potential and tip height.
 */
public final class LatticeSlide implements SlideModel {

  /** The tip moves no further than this between two relaxations, in Å. */
  public static final double SUB_STEP_ANGSTROM = 0.05;

  /**
   * Energy in eV that vanishes in a sub-step without being work: more than this is a jump. A part
   * of a sub-step is held to its share of it, so that no more is ever lost unnoted.
   */
  private static final double SNAP_EV = 1e-3;

  /** Share of a sub-step down to which a jump is looked for between its ends. */
  private static final double FINEST_SHARE = 1.0 / 64;

  /** An adsorbate that moves further than this in the finest part of a sub-step, in Å, jumps. */
  private static final double TOOK_PART_ANGSTROM = 0.05;

  /** An adsorbate that goes so many times further than the tip is looked at more finely. */
  private static final double OUTRUN = 3;

  private static final double OUTRUN_ANGSTROM = 1e-3;

  private final AdsorbateField field;
  private final LateralRelaxation relaxation;
  private final WaysOut ways;
  private final Hopping hopping;
  private final SlideEvents events = new SlideEvents();

  private double[] beforeX = new double[0];
  private double[] beforeY = new double[0];
  private RandomGenerator random;
  private boolean placed;
  private double clock;
  private double work;
  private double passingWork;

  /** An engine for one kind of adsorbate; {@link #place} comes first. */
  public LatticeSlide(SlidingAdsorbate kind, SlideConditions conditions) {
    this.field = new AdsorbateField(kind);
    this.relaxation = new LateralRelaxation(field);
    this.ways = new WaysOut(kind, conditions, field);
    this.hopping = new Hopping(field, relaxation, ways, events);
    this.random = () -> 0;
  }

  @Override
  public void place(SlideScene scene, RandomGenerator newRandom) throws NotConverged {
    field.place(scene);
    int n = field.size();
    if (beforeX.length != n) {
      beforeX = new double[n];
      beforeY = new double[n];
    }
    hopping.size(n);
    random = newRandom;
    clock = 0;
    work = 0;
    events.clear();
    placed = false;
    relaxation.relaxAll();
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
    double seconds = distance / steps / speedAngstromPerSecond;
    for (int i = 1; i <= steps; i++) {
      double share = (double) i / steps;
      boolean last = i == steps;
      subStep(
          last ? xAngstrom : startX + share * dx,
          last ? yAngstrom : startY + share * dy,
          last ? zAngstrom : startZ + share * dz,
          distance / steps,
          seconds);
    }
    placed = true;
  }

  @Override
  public void dwell(double seconds) throws NotConverged {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("a dwell of " + seconds + " s");
    }
    begin();
    hopping.pass(clock, seconds, random);
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

  /** Moves the tip, in finer parts where something jumps, and lets the time of the move go by. */
  private void subStep(double toX, double toY, double toZ, double length, double seconds)
      throws NotConverged {
    double fromX = field.tipX();
    double fromY = field.tipY();
    double fromZ = field.tipZ();
    double done = 0;
    double share = 1;
    while (done < 1) {
      double next = Math.min(1, done + share);
      double step = next - done;
      boolean last = next == 1;
      double atX = field.tipX();
      double atY = field.tipY();
      double atZ = field.tipZ();
      double newX = last ? toX : fromX + next * (toX - fromX);
      double newY = last ? toY : fromY + next * (toY - fromY);
      double newZ = last ? toZ : fromZ + next * (toZ - fromZ);
      double lost = move(newX, newY, newZ);
      double gone = furthest();
      boolean jump = Math.abs(lost) > SNAP_EV * step || gone > TOOK_PART_ANGSTROM;
      if ((jump || gone > OUTRUN * step * length + OUTRUN_ANGSTROM) && step > FINEST_SHARE) {
        field.moveTip(atX, atY, atZ);
        System.arraycopy(beforeX, 0, field.x(), 0, beforeX.length);
        System.arraycopy(beforeY, 0, field.y(), 0, beforeY.length);
        share = step / 2;
        continue;
      }
      work += passingWork;
      double stepSeconds = step * seconds;
      if (jump) {
        noteSnap(lost, clock + stepSeconds);
      }
      hopping.pass(clock, stepSeconds, random);
      clock += stepSeconds;
      done = next;
      share = Math.min(1, 2 * step);
    }
  }

  /**
   * Moves the tip, relaxes, and returns by how much more the energy fell than the tip's work
   * explains, in eV.
   */
  private double move(double toX, double toY, double toZ) throws NotConverged {
    System.arraycopy(field.x(), 0, beforeX, 0, beforeX.length);
    System.arraycopy(field.y(), 0, beforeY, 0, beforeY.length);
    double dx = toX - field.tipX();
    double dy = toY - field.tipY();
    double dz = toZ - field.tipZ();
    field.measure();
    double energy = field.energyEv();
    double force = forceAlong(dx, dy, dz);
    field.moveTip(toX, toY, toZ);
    relaxation.relaxAll();
    field.measure();
    passingWork = -0.5 * (force + forceAlong(dx, dy, dz));
    return energy + passingWork - field.energyEv();
  }

  private double forceAlong(double dx, double dy, double dz) {
    return field.tipForceX() * dx + field.tipForceY() * dy + field.tipForceZ() * dz;
  }

  private void noteSnap(double lost, double seconds) {
    int furthest = 0;
    double length = -1;
    for (int i = 0; i < beforeX.length; i++) {
      if (jumped(i) > length) {
        length = jumped(i);
        furthest = i;
      }
    }
    for (int i = 0; i < beforeX.length; i++) {
      if (i == furthest || jumped(i) > TOOK_PART_ANGSTROM) {
        events.add(
            SlideEvent.Kind.SNAP,
            i,
            seconds,
            beforeX[i],
            beforeY[i],
            field.x()[i],
            field.y()[i],
            0,
            i == furthest ? lost : 0);
      }
    }
  }

  private double furthest() {
    double furthest = 0;
    for (int i = 0; i < beforeX.length; i++) {
      furthest = Math.max(furthest, jumped(i));
    }
    return furthest;
  }

  private double jumped(int i) {
    double dx = field.x()[i] - beforeX[i];
    double dy = field.y()[i] - beforeY[i];
    return StrictMath.sqrt(dx * dx + dy * dy);
  }

  @Override
  public int adsorbates() {
    return field.size();
  }

  @Override
  public double xAngstrom(int adsorbate) {
    return field.x()[adsorbate];
  }

  @Override
  public double yAngstrom(int adsorbate) {
    return field.y()[adsorbate];
  }

  @Override
  public double azimuthRadians(int adsorbate) {
    return 0;
  }

  @Override
  public double tipForceXNanonewton() {
    field.measure();
    return field.tipForceX() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double tipForceYNanonewton() {
    field.measure();
    return field.tipForceY() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double tipForceZNanonewton() {
    field.measure();
    return field.tipForceZ() * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  @Override
  public double energyEv() {
    field.measure();
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

  /** The lowest barrier that an adsorbate sees on the combined surface, in eV; +∞ if none. */
  public double lowestBarrierEv(int adsorbate) {
    ways.survey();
    return ways.lowestBarrier(adsorbate);
  }
}
