package org.tipwright.bridge.safety;

/** What the supervisor lets happen. */
public enum SafetyState {
  /** There is no instrument. */
  DISCONNECTED,
  /** Nothing moves. */
  READ_ONLY,
  /** Commands are checked and planned, nothing moves. */
  DRY_RUN,
  /** Commands within the limits are carried out for the holder of the lease. */
  ARMED,
  /** Something went wrong: the tip is withdrawn, or being withdrawn, until an operator resets. */
  TRIPPED
}
