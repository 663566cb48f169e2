package org.tipwright.bridge.microscope;

import java.util.List;

/** The height of the tip: feedback on the logarithm of the current, or commands. Up is away. */
public final class ZController {

  private static final List<String> CONTROLLERS = List.of("log Current");

  private final PiezoScanner scanner;
  private final Preamplifier preamplifier;
  private final double slewAngstromPerSecond;
  private final LogFeedback feedback;

  private boolean on;
  private boolean held;
  private boolean safeTip;
  private boolean withdrawing;
  private double switchingOffSeconds = Double.NaN;
  private double switchingOffSum;
  private double switchingOffTime;
  private double goal;
  private double goalSpeed;
  private double setpoint;
  private double switchOffDelaySeconds;
  private double tipLiftAngstrom;
  private boolean homeRelative = true;
  private double homeAngstrom = 100;
  private double withdrawAngstromPerSecond;
  private boolean limited;
  private double highLimit;
  private double lowLimit;
  private long takeovers;

  ZController(MicroscopeSettings settings, PiezoScanner scanner, Preamplifier preamplifier) {
    this.scanner = scanner;
    this.preamplifier = preamplifier;
    this.slewAngstromPerSecond = settings.piezo().slewAngstromPerSecond();
    this.feedback = new LogFeedback(settings.proportionalAngstrom(), settings.timeSeconds());
    this.setpoint = settings.start().setpointNanoampere();
    this.withdrawAngstromPerSecond = settings.start().withdrawAngstromPerSecond();
    this.highLimit = scanner.highestAngstrom();
    this.lowLimit = scanner.lowestAngstrom();
    this.goal = scanner.zAngstrom();
    this.goalSpeed = slewAngstromPerSecond;
  }

  void step(double seconds) {
    if (on && !held) {
      double wanted =
          feedback.next(scanner.zAngstrom(), preamplifier.nanoampere(), setpoint, seconds);
      double low =
          limited ? Math.max(lowLimit, scanner.lowestAngstrom()) : scanner.lowestAngstrom();
      double high =
          limited ? Math.min(highLimit, scanner.highestAngstrom()) : scanner.highestAngstrom();
      double z = Math.max(low, Math.min(high, wanted));
      if (z != wanted) {
        feedback.stopAt(z);
      }
      scanner.moveZ(z);
      countDown(seconds);
    } else {
      double most = goalSpeed * seconds;
      double missing = goal - scanner.zAngstrom();
      scanner.moveZ(scanner.zAngstrom() + Math.max(-most, Math.min(most, missing)));
      withdrawing &= scanner.zAngstrom() < goal;
    }
  }

  private void countDown(double seconds) {
    if (Double.isNaN(switchingOffSeconds)) {
      return;
    }
    switchingOffSum += scanner.zAngstrom() * seconds;
    switchingOffTime += seconds;
    switchingOffSeconds -= seconds;
    if (switchingOffSeconds <= 0) {
      open(switchingOffSum / switchingOffTime + tipLiftAngstrom, slewAngstromPerSecond);
    }
  }

  private void open(double toAngstrom, double speed) {
    takeovers++;
    on = false;
    held = false;
    withdrawing = false;
    switchingOffSeconds = Double.NaN;
    goal = Math.max(scanner.lowestAngstrom(), Math.min(scanner.highestAngstrom(), toAngstrom));
    goalSpeed = speed;
  }

  /** Closes the feedback. */
  public void switchOn() {
    takeovers++;
    if (!on) {
      feedback.engage(scanner.zAngstrom());
    }
    on = true;
    safeTip = false;
    withdrawing = false;
    switchingOffSeconds = Double.NaN;
  }

  /** Opens the feedback: z is averaged over the switch-off delay, then the tip lift is added. */
  public void switchOff() {
    if (!on) {
      return;
    }
    if (switchOffDelaySeconds > 0 && !held) {
      switchingOffSeconds = switchOffDelaySeconds;
      switchingOffSum = 0;
      switchingOffTime = 0;
    } else {
      open(scanner.zAngstrom() + tipLiftAngstrom, slewAngstromPerSecond);
    }
  }

  /** Opens the feedback and raises the tip to the end of its range; a safe-tip event is over. */
  public void withdraw() {
    safeTip = false;
    open(scanner.highestAngstrom(), withdrawAngstromPerSecond);
    withdrawing = scanner.zAngstrom() < goal;
  }

  /** The same for safe tip's reasons. */
  void withdrawForSafety() {
    withdraw();
    safeTip = true;
  }

  /** Opens the feedback and goes to the home position. */
  public void home() {
    open(homeRelative ? scanner.zAngstrom() + homeAngstrom : homeAngstrom, slewAngstromPerSecond);
  }

  /** Commands a height in Å; without effect while the feedback is on. */
  public void moveTo(double zAngstrom) {
    Ranges.finite("z (Å)", zAngstrom);
    if (!on) {
      safeTip = false;
      open(zAngstrom, slewAngstromPerSecond);
    }
  }

  /** Leads the tip to a height at a speed while the feedback is held. */
  void lead(double zAngstrom, double speedAngstromPerSecond) {
    goal = Math.max(scanner.lowestAngstrom(), Math.min(scanner.highestAngstrom(), zAngstrom));
    goalSpeed = speedAngstromPerSecond;
  }

  boolean led() {
    return scanner.zAngstrom() == goal;
  }

  /**
   * How often somebody took the tip's height over; an experiment that sees it change must leave the
   * tip alone.
   */
  long takeovers() {
    return takeovers;
  }

  /** Holds the tip where it is, feedback or not. */
  void hold() {
    held = on;
    goal = scanner.zAngstrom();
  }

  /** The feedback goes on where the tip is now. */
  void release() {
    if (held) {
      held = false;
      feedback.engage(scanner.zAngstrom());
    }
  }

  /** Opens a held feedback without any lift. */
  void moveOff() {
    open(scanner.zAngstrom(), slewAngstromPerSecond);
  }

  /** What it is doing. */
  public ZStatus status() {
    if (safeTip) {
      return ZStatus.SAFE_TIP;
    }
    if (withdrawing) {
      return ZStatus.WITHDRAWING;
    }
    if (!Double.isNaN(switchingOffSeconds)) {
      return ZStatus.SWITCHING_OFF;
    }
    return held ? ZStatus.HOLD : on ? ZStatus.ON : ZStatus.OFF;
  }

  /** Whether the feedback is on, also while it is held or about to go off. */
  public boolean on() {
    return on;
  }

  /** Whether the tip is still rising to the end of its range. */
  public boolean withdrawing() {
    return withdrawing;
  }

  /** Commanded z, in Å. */
  public double zAngstrom() {
    return scanner.zAngstrom();
  }

  /** Set-point, in nA. */
  public double setpointNanoampere() {
    return setpoint;
  }

  /** Sets the set-point, the absolute current in nA. */
  public void setSetpoint(double nanoampere) {
    setpoint = Ranges.within("setpoint (nA)", Math.abs(nanoampere), 1e-5, 1e6);
  }

  /** P, in Å per e-fold of current. */
  public double proportionalAngstrom() {
    return feedback.proportionalAngstrom();
  }

  /** T, in s. */
  public double timeSeconds() {
    return feedback.timeSeconds();
  }

  /** Sets P in Å and T in s. */
  public void setGains(double proportionalAngstrom, double timeSeconds) {
    feedback.set(proportionalAngstrom, timeSeconds);
  }

  /** For how long z is averaged before the feedback goes off, in s. */
  public double switchOffDelaySeconds() {
    return switchOffDelaySeconds;
  }

  /** Sets for how long z is averaged before the feedback goes off. */
  public void setSwitchOffDelay(double seconds) {
    switchOffDelaySeconds = Ranges.within("switch-off delay (s)", seconds, 0, 100);
  }

  /** By how much the tip is raised when the feedback goes off, in Å. */
  public double tipLiftAngstrom() {
    return tipLiftAngstrom;
  }

  /** Sets by how much the tip is raised when the feedback goes off. */
  public void setTipLift(double angstrom) {
    tipLiftAngstrom = Ranges.finite("tip lift (Å)", angstrom);
  }

  /** Whether home counts from where the tip is. */
  public boolean homeRelative() {
    return homeRelative;
  }

  /** The home position or way, in Å. */
  public double homeAngstrom() {
    return homeAngstrom;
  }

  /** Sets where home is. */
  public void setHome(boolean relative, double angstrom) {
    homeAngstrom = Ranges.finite("home (Å)", angstrom);
    homeRelative = relative;
  }

  /** Names of the controllers that can be chosen. */
  public List<String> controllers() {
    return CONTROLLERS;
  }

  /** Chooses the controller; there is one. */
  public void choose(int index) {
    var unused = Ranges.index("controller", index, CONTROLLERS.size());
  }

  /** Speed of a withdrawal, in Å/s. */
  public double withdrawAngstromPerSecond() {
    return withdrawAngstromPerSecond;
  }

  /** Sets the speed of a withdrawal. */
  public void setWithdrawRate(double angstromPerSecond) {
    withdrawAngstromPerSecond = Ranges.positive("withdraw rate (Å/s)", angstromPerSecond);
  }

  /** Whether the feedback keeps within the limits; commands with it off do not. */
  public boolean limited() {
    return limited;
  }

  /** Switches the limits. */
  public void limit(boolean enabled) {
    limited = enabled;
  }

  /** Upper limit, in Å. */
  public double highLimitAngstrom() {
    return highLimit;
  }

  /** Lower limit, in Å. */
  public double lowLimitAngstrom() {
    return lowLimit;
  }

  /** Sets the limits. */
  public void setLimits(double highAngstrom, double lowAngstrom) {
    Ranges.finite("high limit (Å)", highAngstrom);
    Ranges.finite("low limit (Å)", lowAngstrom);
    if (!(highAngstrom > lowAngstrom)) {
      throw new IllegalArgumentException(
          "the high limit must be above the low one, not " + highAngstrom + " and " + lowAngstrom);
    }
    highLimit = highAngstrom;
    lowLimit = lowAngstrom;
  }
}
