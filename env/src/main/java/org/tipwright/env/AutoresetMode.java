package org.tipwright.env;

/**
 * What a {@link VectorEnvironment} does with a lane whose episode has ended (the names are
 * Gymnasium's).
 */
public enum AutoresetMode {
  /**
   * The lane is reset in the same call: the first observation of the next episode stands in the
   * observations.
   */
  SAME_STEP,
  /** The next call resets the lane and ignores its action. */
  NEXT_STEP,
  /** Nothing: the caller resets lanes, and a step of an ended lane throws. */
  DISABLED
}
