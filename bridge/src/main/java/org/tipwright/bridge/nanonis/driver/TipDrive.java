package org.tipwright.bridge.nanonis.driver;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.wire.SiUnits;

/**
 * Moves the tip. The protocol has no combined move and no speed for z: a straight line is sub-steps
 * of at most 0.05 Å, z first when rising and last when descending, each after the time that it
 * takes at the speed wanted. A withdrawal in between ends the move.
 */
final class TipDrive {

  /** Told after each sub-step. */
  @FunctionalInterface
  interface Watcher {
    void arrived() throws InstrumentException;
  }

  /** A tip position in the scanner's coordinates, in m. */
  record Place(double x, double y, double z) {}

  private static final double SUB_STEP_ANGSTROM = 0.05;
  private static final double READ_BACK_ANGSTROM = 0.2;

  private static final double ARRIVED_ANGSTROM = 0.05;
  private static final long POLL_NANOS = 10_000_000;

  /** A way may take so many times as long as it should, and a reply's time. */
  private static final int PATIENCE = 2;

  private final Lines lines;
  private final Overtaking overtaking;
  private final Duration atLeast;

  /** The height that was last commanded in m; NaN where the feedback or a withdrawal decides. */
  private double commandedMetre = Double.NaN;

  TipDrive(Lines lines, Overtaking overtaking, Duration reply) {
    this.atLeast = reply;
    this.lines = lines;
    this.overtaking = overtaking;
  }

  /** Where the tip is, by the controller's own account. */
  Place place() throws InstrumentException {
    var xy = lines.read("FolMe.XYPosGet", 1);
    return new Place(xy.real("x"), xy.real("y"), lines.read("ZCtrl.ZPosGet").real("z"));
  }

  /**
   * Straight to a place, with the feedback off.
   *
   * @param since of {@link Overtaking#now} when the verb began
   */
  void moveTo(Place to, double angstromPerSecond, long since, Watcher watcher)
      throws InstrumentException {
    Place from = place();
    checkHeight(from);
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double dz = to.z() - from.z();
    double angstrom = SiUnits.angstrom(Math.sqrt(dx * dx + dy * dy + dz * dz));
    int steps = Math.max(1, (int) Math.ceil(angstrom / SUB_STEP_ANGSTROM - 1e-6));
    long pauseNanos = (long) (angstrom / steps / angstromPerSecond * 1e9);
    followAt(angstromPerSecond);
    for (int i = 1; i <= steps; i++) {
      double part = (double) i / steps;
      long begun = System.nanoTime();
      subStep(
          new Place(from.x() + part * dx, from.y() + part * dy, from.z() + part * dz),
          dx != 0 || dy != 0,
          dz,
          since);
      pause(begun + pauseNanos - System.nanoTime());
      watcher.arrived();
    }
  }

  /** Nothing else has a hand in the height from now on; it reads so much. */
  void takeOver(Place here) {
    commandedMetre = here.z();
  }

  /**
   * A way is counted from where the tip is read to be: what reads otherwise than it was commanded
   * would send the tip on another way, into the surface for instance.
   */
  private void checkHeight(Place read) throws InstrumentException {
    double off = SiUnits.angstrom(Math.abs(read.z() - commandedMetre));
    if (!(off <= READ_BACK_ANGSTROM)) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "z reads %.4f nm where it was set to %.4f nm: it is misread, or somebody else has"
                  + " moved the tip; it is not moved",
              read.z() * 1e9,
              commandedMetre * 1e9));
    }
  }

  private void subStep(Place to, boolean sideways, double dz, long since)
      throws InstrumentException {
    if (dz > 0) {
      z(to.z(), since);
    }
    if (sideways) {
      overtaking.check(since);
      lines.command("FolMe.XYPosSet", to.x(), to.y(), 1);
    }
    if (dz < 0) {
      z(to.z(), since);
    }
  }

  private void z(double z, long since) throws InstrumentException {
    overtaking.check(since);
    commandedMetre = z;
    lines.command("ZCtrl.ZPosSet", z);
    if (overtaking.now() != since) {
      // The two lines have no order: the position may have been set after the withdrawal.
      lines.emergency("ZCtrl.Withdraw", 0, -1);
      overtaking.check(since);
    }
  }

  /** Sideways in one motion, with the tip withdrawn or the feedback on. */
  void travelTo(DriverSettings.Spot spot, double angstromPerSecond, long since)
      throws InstrumentException {
    followAt(angstromPerSecond);
    Place from = place();
    double dx = spot.xMetre() - from.x();
    double dy = spot.yMetre() - from.y();
    overtaking.check(since);
    lines.command("FolMe.XYPosSet", spot.xMetre(), spot.yMetre(), 0);
    long nanos = (long) (SiUnits.angstrom(Math.hypot(dx, dy)) / angstromPerSecond * 1e9);
    long deadline = System.nanoTime() + PATIENCE * nanos + atLeast.toNanos();
    pause(nanos);
    while (awayAngstrom(spot) > ARRIVED_ANGSTROM) {
      overtaking.check(since);
      if (System.nanoTime() > deadline) {
        throw new InstrumentException("the tip did not get to " + spot + " but to " + place());
      }
      pause(POLL_NANOS);
    }
  }

  private double awayAngstrom(DriverSettings.Spot spot) throws InstrumentException {
    Place now = place();
    return SiUnits.angstrom(Math.hypot(now.x() - spot.xMetre(), now.y() - spot.yMetre()));
  }

  /** The speed of what follows sideways. */
  void followAt(double angstromPerSecond) throws InstrumentException {
    lines.command("FolMe.SpeedSet", SiUnits.metres(angstromPerSecond), 1);
  }

  /** Waits. */
  static void pause(long nanos) throws InstrumentException {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InstrumentException("interrupted", interrupted);
    }
  }
}
