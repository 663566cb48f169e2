package org.tipwright.bridge.microscope;

/**
 * Keeps the tip on a protrusion: the slope under the tip, as a small circle would find it, is
 * climbed; how the tip then wanders is the drift. Needs the feedback on.
 */
public final class AtomTracking {

  /** The three things that can be switched, in the controller's order of numbers. */
  public enum Control {
    /** The circle. */
    MODULATION,
    /** Climbing. */
    CONTROLLER,
    /** Measuring the drift. */
    DRIFT
  }

  /**
   * How it climbs.
   *
   * @param gainPerSecond way sideways per slope and second, in Å
   * @param hertz of the circle
   * @param amplitudeAngstrom radius of the circle
   * @param phaseDegrees of the lock-in behind it
   * @param switchOffSeconds over which the position is averaged when it is switched off
   */
  public record Settings(
      double gainPerSecond,
      double hertz,
      double amplitudeAngstrom,
      double phaseDegrees,
      double switchOffSeconds) {

    public Settings {
      Ranges.within("gain", gainPerSecond, 0, 1e6);
      Ranges.within("frequency (Hz)", hertz, 0.1, 1000);
      Ranges.within("amplitude (Å)", amplitudeAngstrom, 0, 100);
      Ranges.within("phase (deg)", phaseDegrees, -360, 360);
      Ranges.within("switch-off delay (s)", switchOffSeconds, 0, 100);
    }
  }

  /** Height of the surface as the tip sees it. */
  interface Relief {
    double heightAngstrom(double x, double y);
  }

  private static final double QUICK_SECONDS = 2;

  private final PiezoScanner scanner;
  private final ZController z;
  private final Relief relief;
  private final boolean[] on = new boolean[Control.values().length];
  private Settings settings = new Settings(20, 20, 0.5, 0, 0.5);
  private double watchedSeconds;
  private double fromX;
  private double fromY;
  private double fromZ;
  private double quickSeconds;
  private boolean quickTilt;

  AtomTracking(PiezoScanner scanner, ZController z, Relief relief) {
    this.scanner = scanner;
    this.z = z;
    this.relief = relief;
  }

  void step(double seconds) {
    if (climbing() && z.on()) {
      double r = settings.amplitudeAngstrom;
      double slopeX = slope(r, 0);
      double slopeY = slope(0, r);
      double way = settings.gainPerSecond * seconds;
      scanner.moveXy(scanner.xAngstrom() + way * slopeX, scanner.yAngstrom() + way * slopeY);
    }
    watchedSeconds += seconds;
    if (quickSeconds > 0) {
      quickSeconds -= seconds;
      if (quickSeconds <= 0) {
        finishQuickly();
      }
    }
  }

  private double slope(double dx, double dy) {
    double x = scanner.trueX();
    double y = scanner.trueY();
    double across = 2 * StrictMath.hypot(dx, dy);
    return across == 0
        ? 0
        : (relief.heightAngstrom(x + dx, y + dy) - relief.heightAngstrom(x - dx, y - dy)) / across;
  }

  private void finishQuickly() {
    if (!quickTilt) {
      applyDrift();
      return;
    }
    // The plane as the tip finds it on a circle, on top of the correction that there is.
    double r = Math.max(1, settings.amplitudeAngstrom);
    scanner.tilt(
        StrictMath.toDegrees(StrictMath.atan(slope(r, 0))),
        StrictMath.toDegrees(StrictMath.atan(slope(0, r))));
  }

  private void applyDrift() {
    if (watchedSeconds > 0) {
      double share = 1 / watchedSeconds;
      scanner.setCompensation(
          scanner.compensationAngstromPerSecond(0) + (scanner.xAngstrom() - fromX) * share,
          scanner.compensationAngstromPerSecond(1) + (scanner.yAngstrom() - fromY) * share,
          scanner.compensationAngstromPerSecond(2) + (scanner.zAngstrom() - fromZ) * share,
          scanner.saturationShare());
      scanner.compensate(true);
    }
    watch();
  }

  private void watch() {
    watchedSeconds = 0;
    fromX = scanner.xAngstrom();
    fromY = scanner.yAngstrom();
    fromZ = scanner.zAngstrom();
  }

  private boolean climbing() {
    return on[Control.MODULATION.ordinal()] && on[Control.CONTROLLER.ordinal()];
  }

  /** Whether it moves the tip. */
  boolean moving() {
    return climbing();
  }

  /** Whether one of the three is on. */
  public boolean on(Control control) {
    return on[control.ordinal()];
  }

  /** Switches one of the three. */
  public void enable(Control control, boolean enabled) {
    on[control.ordinal()] = enabled;
    watch();
  }

  /** How it climbs. */
  public Settings settings() {
    return settings;
  }

  /** Sets how it climbs. */
  public void set(Settings wanted) {
    settings = wanted;
  }

  /** Measures tilt or drift for a moment, then corrects it. The feedback must be on. */
  public void compensateQuickly(boolean tilt) {
    if (!z.on()) {
      throw new IllegalStateException("the z controller is off: nothing can be measured");
    }
    quickTilt = tilt;
    quickSeconds = QUICK_SECONDS;
    watch();
  }

  /** Corrects the drift that was seen since tracking was switched on. */
  public void compensateDrift() {
    if (!climbing()) {
      throw new IllegalStateException("the tip tracks no atom, so no drift is known");
    }
    applyDrift();
  }
}
