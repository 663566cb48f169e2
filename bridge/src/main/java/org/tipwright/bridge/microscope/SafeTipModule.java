package org.tipwright.bridge.microscope;

/** Withdraws the tip by itself when the absolute current exceeds a threshold. */
public final class SafeTipModule {

  private static final double RECOVERY_SECONDS = 1;

  private final ZController z;
  private final Preamplifier preamplifier;
  private boolean on;
  private boolean recovers;
  private boolean pausesScan;
  private double thresholdNanoampere = 5;
  private boolean tripped;
  private boolean wasOn;
  private double quietSeconds;

  /** Off, or on with a threshold above 0. */
  SafeTipModule(ZController z, Preamplifier preamplifier, double startNanoampere) {
    this.z = z;
    this.preamplifier = preamplifier;
    if (startNanoampere > 0) {
      this.on = true;
      this.thresholdNanoampere = startNanoampere;
    }
  }

  /** Watches one step; tells whether the scan must pause now. */
  boolean step(double seconds) {
    if (tripped && z.status() != ZStatus.SAFE_TIP) {
      // Somebody took over: the event is over, and recovery is off.
      tripped = false;
    }
    if (tripped) {
      recover(seconds);
      return false;
    }
    if (on && Math.abs(preamplifier.nanoampere()) > thresholdNanoampere) {
      wasOn = z.on();
      tripped = true;
      quietSeconds = 0;
      z.withdrawForSafety();
      return pausesScan;
    }
    return false;
  }

  private void recover(double seconds) {
    quietSeconds = z.withdrawing() ? 0 : quietSeconds + seconds;
    if (recovers && wasOn && quietSeconds >= RECOVERY_SECONDS) {
      tripped = false;
      z.switchOn();
    }
  }

  /** Whether it watches. */
  public boolean on() {
    return on;
  }

  /** Switches it. */
  public void enable(boolean enabled) {
    on = enabled;
  }

  /** What it watches, in nA. */
  public double signalNanoampere() {
    return preamplifier.nanoampere();
  }

  /** Whether it has fired and nobody has taken over since. */
  public boolean tripped() {
    return tripped;
  }

  /** Whether it closes the feedback again once the tip is up. */
  public boolean recovers() {
    return recovers;
  }

  /** Whether it pauses a scan when it fires. */
  public boolean pausesScan() {
    return pausesScan;
  }

  /** The absolute current in nA at which it fires. */
  public double thresholdNanoampere() {
    return thresholdNanoampere;
  }

  /** Sets how it behaves. */
  public void configure(boolean autoRecovery, boolean autoPauseScan, double nanoampere) {
    thresholdNanoampere = Ranges.positive("threshold (nA)", Math.abs(nanoampere));
    recovers = autoRecovery;
    pausesScan = autoPauseScan;
  }
}
