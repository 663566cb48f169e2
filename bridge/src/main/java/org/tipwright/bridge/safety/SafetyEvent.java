package org.tipwright.bridge.safety;

/**
 * One thing that the supervisor decided or did.
 *
 * @param number counts up from 1 without gaps, in the order of the decisions
 * @param clockNanos the supervisor's monotonic clock
 * @param kind of what kind
 * @param state the state after it
 * @param text who, what and why, in one sentence
 */
public record SafetyEvent(long number, long clockNanos, Kind kind, SafetyState state, String text) {

  /** Kinds of events. */
  public enum Kind {
    /** A lease was given, given back, or lost. */
    LEASE,
    /** An operator, or the end of an arming, changed the state. */
    STATE,
    /** A command was let through to the instrument, or planned in a dry run. */
    ALLOWED,
    /** A command was refused; nothing moved. */
    REFUSED,
    /** A fault: the tip is to be withdrawn and the state latched. */
    TRIPPED,
    /** A withdrawal was confirmed. */
    WITHDRAWN,
    /** A withdrawal was not confirmed and is tried again. */
    WITHDRAWAL_FAILED
  }
}
