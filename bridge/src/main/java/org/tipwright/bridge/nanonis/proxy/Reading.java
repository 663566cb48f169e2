package org.tipwright.bridge.nanonis.proxy;

/**
 * What the junction shows at one moment.
 *
 * @param nanoampere current
 * @param volt bias
 * @param setpointNanoampere what the feedback is to hold
 * @param status of the z controller, as the protocol numbers it
 * @param zMetre where the tip is
 * @param nanos when, by the machine's monotonic clock
 */
record Reading(
    double nanoampere,
    double volt,
    double setpointNanoampere,
    long status,
    double zMetre,
    long nanos) {

  static final int OFF = 1;
  static final int ON = 2;
  static final int HOLD = 3;
  static final int SAFE_TIP = 5;

  boolean on() {
    return status == ON || status == HOLD;
  }

  boolean off() {
    return status == OFF;
  }

  boolean isFinite() {
    return Double.isFinite(nanoampere)
        && Double.isFinite(volt)
        && Double.isFinite(setpointNanoampere)
        && Double.isFinite(zMetre);
  }

  /** Whether the feedback holds the tip at its setpoint, give or take a factor of two. */
  boolean landed() {
    double current = Math.abs(nanoampere);
    double held = Math.abs(setpointNanoampere);
    return status == ON && current >= held / 2 && current <= 2 * held;
  }
}
