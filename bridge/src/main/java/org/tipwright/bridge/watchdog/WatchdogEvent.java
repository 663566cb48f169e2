package org.tipwright.bridge.watchdog;

/**
 * One thing that the watchdog noticed or did.
 *
 * @param kind of what kind
 * @param text what and why, in one sentence
 */
public record WatchdogEvent(Kind kind, String text) {

  /** Kinds of events. */
  public enum Kind {
    /** A supervisor came, went, or was turned away. */
    SUPERVISOR,
    /** Silence withdraws the tip from now on, or does so no more. */
    WATCH,
    /** The alarm: the tip is being withdrawn, and nothing is armed until an operator resets it. */
    LATCHED,
    /** The first order to withdraw was answered by the instrument. */
    ORDERED,
    /** The tip was seen withdrawn. */
    WITHDRAWN,
    /** The tip was not seen withdrawn in time; it is tried again. */
    WITHDRAWAL_FAILED,
    /** The watchdog's own line to the instrument fails, or answers again. */
    LINE,
    /** An operator reset the latch. */
    RESET
  }
}
