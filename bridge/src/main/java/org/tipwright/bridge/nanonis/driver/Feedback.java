package org.tipwright.bridge.nanonis.driver;

import java.time.Duration;
import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.wire.SiUnits;

/** Bias, setpoint and the z controller: ramps, and heights with the feedback on. */
final class Feedback {

  private static final double BIAS_STEP_VOLT = 1e-3;
  private static final Duration POLL = Duration.ofMillis(10);

  private final Lines lines;
  private final Overtaking overtaking;
  private final DriverSettings settings;
  private final JunctionMeter meter;
  private final HeightCreep creep;

  Feedback(
      Lines lines,
      Overtaking overtaking,
      DriverSettings settings,
      JunctionMeter meter,
      HeightCreep creep) {
    this.lines = lines;
    this.overtaking = overtaking;
    this.settings = settings;
    this.meter = meter;
    this.creep = creep;
  }

  double biasVolt() throws InstrumentException {
    return lines.read("Bias.Get").real("bias");
  }

  /** To a bias in steps of at most 1 mV. */
  void rampBias(double toVolt, long since) throws InstrumentException {
    double fromVolt = biasVolt();
    int steps = Math.max(1, (int) Math.ceil(Math.abs(toVolt - fromVolt) / BIAS_STEP_VOLT - 1e-6));
    double stepVolt = (toVolt - fromVolt) / steps;
    for (int i = 1; i <= steps; i++) {
      overtaking.check(since);
      lines.command("Bias.Set", i == steps ? toVolt : fromVolt + i * stepVolt);
      if (i < steps) {
        TipDrive.pause((long) (Math.abs(stepVolt) / settings.biasRampVoltPerSecond() * 1e9));
      }
    }
  }

  /**
   * The mean height that the feedback holds, in Å in the scanner's coordinates; leaves it on.
   *
   * @param since of {@link Overtaking#now} when the verb began
   */
  double heightAngstrom(DriverSettings.Tunnelling at, long since) throws InstrumentException {
    rampBias(at.biasVolt(), since);
    // With a dead preamplifier the feedback would drive the tip into the surface.
    meter.listen();
    lines.command("ZCtrl.SetpntSet", at.setpointNanoampere() * 1e-9);
    overtaking.check(since);
    lines.command("ZCtrl.OnOffSet", 1);
    if (overtaking.now() != since) {
      // The two lines have no order: the feedback may have come on after the withdrawal.
      lines.emergency("ZCtrl.Withdraw", 0, -1);
      overtaking.check(since);
    }
    awaitLanding(at, since);
    creep.landed(System.nanoTime());
    return restingHeightAngstrom(since);
  }

  /**
   * Waits until the piezo has come to rest: without the feedback it would creep into the surface.
   */
  private double restingHeightAngstrom(long since) throws InstrumentException {
    long deadline = System.nanoTime() + settings.rest().toNanos();
    double before = meanAngstrom(since);
    long then = System.nanoTime();
    while (true) {
      watchWhile(settings.settling(), since);
      double height = meanAngstrom(since);
      long now = System.nanoTime();
      creep.read(height, now);
      double angstromPerSecond = (height - before) / (now - then) * 1e9;
      if (Math.abs(angstromPerSecond) <= settings.creepAngstromPerSecond()) {
        return height;
      }
      if (now > deadline) {
        throw new InstrumentException(
            String.format(
                Locale.ROOT,
                "z still creeps by %.3f Å/s after %d s; wait longer (rest-seconds), or bring the"
                    + " surface nearer to the upper end of z",
                angstromPerSecond,
                settings.rest().toSeconds()));
      }
      before = height;
      then = now;
    }
  }

  /**
   * Waits with an eye on the current: where that stands still, the feedback follows nothing, and
   * the tip goes on down.
   */
  private void watchWhile(Duration time, long since) throws InstrumentException {
    long end = System.nanoTime() + time.toNanos();
    do {
      overtaking.check(since);
      var unused = meter.currentNanoampere();
      TipDrive.pause(Math.min(POLL.toNanos(), Math.max(0, end - System.nanoTime())));
    } while (System.nanoTime() - end < 0);
  }

  private double meanAngstrom(long since) throws InstrumentException {
    double sum = 0;
    for (int i = 0; i < settings.heightReadings(); i++) {
      overtaking.check(since);
      sum += lines.read("ZCtrl.ZPosGet").real("z");
      var unused = meter.currentNanoampere();
    }
    return SiUnits.angstrom(sum / settings.heightReadings());
  }

  private void awaitLanding(DriverSettings.Tunnelling at, long since) throws InstrumentException {
    long deadline = System.nanoTime() + settings.landing().toNanos();
    while (meter.currentNanoampere() < at.setpointNanoampere() / 2) {
      overtaking.check(since);
      if (System.nanoTime() > deadline) {
        throw new InstrumentException("the feedback has not found the surface");
      }
      TipDrive.pause(POLL.toNanos());
    }
  }

  /** Switches the feedback off and waits until the real-time engine says that it is. */
  void off(long since) throws InstrumentException {
    lines.command("ZCtrl.OnOffSet", 0);
    long deadline = System.nanoTime() + settings.reply().toNanos();
    while (lines.read("ZCtrl.OnOffGet").on("on")) {
      overtaking.check(since);
      if (System.nanoTime() > deadline) {
        throw new InstrumentException("the z controller did not switch off");
      }
      TipDrive.pause(POLL.toNanos());
    }
  }
}
