package org.tipwright.env;

/** Where in its episode a time step stands. */
public enum StepType {
  /** The first observation; there is no reward yet. */
  FIRST,
  /** The episode goes on. */
  MID,
  /** The task itself is over: nothing follows, and a learner must not bootstrap. */
  TERMINATED,
  /** The episode was cut, not finished: a learner bootstraps from the last observation. */
  TRUNCATED;

  /** Whether no further step may follow without a reset. */
  public boolean isLast() {
    return this == TERMINATED || this == TRUNCATED;
  }
}
