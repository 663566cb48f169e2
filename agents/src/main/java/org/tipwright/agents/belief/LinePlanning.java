package org.tipwright.agents.belief;

/** Plans attempts one by one, each from how those before it went. */
public interface LinePlanning {

  /** The line that the next attempt should follow. */
  PlannedLine plan();

  /** Takes in how an attempt went. */
  void add(Attempt attempt);
}
