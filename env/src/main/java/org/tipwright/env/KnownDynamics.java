package org.tipwright.env;

/**
 * The part of a task that its agent knows beforehand: where each move leads, and what a step is
 * worth that neither fails nor succeeds. Where an episode fails is not known; an agent looks up the
 * places where it has seen that. Observations are rows in arrays that the caller owns.
 */
public interface KnownDynamics {

  /** Moves there are: the task's actions, by their index, then one to undo each of them. */
  int moves();

  /**
   * Makes a move, in place.
   *
   * @param move from 0 to {@code moves() − 1}
   * @return whether it can be made at all; if not, the row is unchanged
   */
  boolean move(float[] observations, int offset, int move);

  /** A number that is the same for observations of the same place, and for no others. */
  long place(float[] observations, int offset);

  /** Whether an episode that gets here has succeeded. */
  boolean succeeds(float[] observations, int offset);

  /** Reward of the step that leads here if it does not fail. */
  float reward(float[] observations, int offset);
}
