package org.tipwright.env;

/**
 * What a learner must know to learn of goals that were not asked for. The goal is part of the
 * observation, and reward and end of a step follow from the observation that it leads to.
 */
public interface GoalTask {

  /**
   * Writes into one observation, as its goal, what another one has achieved.
   *
   * @param achieved rows that hold the other observation, at {@code achievedOffset}
   */
  void setGoal(float[] observations, int offset, float[] achieved, int achievedOffset);

  /** Reward of a step that leads to this observation, for the goal that stands in it. */
  float reward(float[] observations, int offset);

  /** Whether such a step ends the episode in a termination. */
  boolean terminates(float[] observations, int offset);
}
