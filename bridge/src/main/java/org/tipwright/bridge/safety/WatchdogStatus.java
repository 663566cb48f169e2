package org.tipwright.bridge.safety;

import java.util.Optional;

/**
 * What is known of the watchdog at one moment.
 *
 * @param trouble why it cannot be relied on, in one sentence; empty if it can
 * @param latch number of its latch; 0 if it is not latched, or an operator has reset it already
 * @param latchReason why it latched
 * @param withdrawn whether it has seen the tip withdrawn since
 */
public record WatchdogStatus(
    Optional<String> trouble, long latch, String latchReason, boolean withdrawn) {

  /** Whether it withdrew the tip, and no operator has reset that yet. */
  public boolean latched() {
    return latch != 0;
  }
}
