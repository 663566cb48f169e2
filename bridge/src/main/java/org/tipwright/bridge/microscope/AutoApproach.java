package org.tipwright.bridge.microscope;

/**
 * Brings the tip within reach of the surface: extends it with the feedback on; where it finds no
 * current, withdraws and makes a coarse step down.
 */
public final class AutoApproach {

  private static final double FOUND_SHARE = 0.5;

  /** So long the current must stay before the surface counts as found. */
  private static final double STEADY_SECONDS = 0.05;

  private final ZController z;
  private final PiezoScanner scanner;
  private final Preamplifier preamplifier;
  private final CoarseMotor motor;
  private boolean open;
  private boolean running;
  private boolean stepping;
  private double steadySeconds;

  AutoApproach(ZController z, PiezoScanner scanner, Preamplifier preamplifier, CoarseMotor motor) {
    this.z = z;
    this.scanner = scanner;
    this.preamplifier = preamplifier;
    this.motor = motor;
  }

  void step(double seconds) {
    if (!running) {
      return;
    }
    if (z.status() == ZStatus.SAFE_TIP) {
      running = false;
    } else if (stepping) {
      if (!motor.moving()) {
        stepping = false;
        z.switchOn();
      }
    } else if (z.withdrawing()) {
      return;
    } else if (!z.on()) {
      motor.start(CoarseMotor.Direction.Z_MINUS, 1);
      stepping = true;
    } else if (Math.abs(preamplifier.nanoampere()) > FOUND_SHARE * z.setpointNanoampere()) {
      steadySeconds += seconds;
      running = steadySeconds < STEADY_SECONDS;
    } else {
      steadySeconds = 0;
      if (scanner.zAngstrom() <= scanner.lowestAngstrom()) {
        z.withdraw();
      }
    }
  }

  /** Opens the module. */
  public void open() {
    open = true;
  }

  /** Starts or stops the approach. */
  public void run(boolean on) {
    if (!open) {
      throw new IllegalStateException("the auto approach module is not open: AutoApproach.Open");
    }
    running = on;
    stepping = false;
    steadySeconds = 0;
    if (on) {
      z.switchOn();
    } else {
      motor.stop();
    }
  }

  /** Whether it is approaching. */
  public boolean running() {
    return running;
  }
}
