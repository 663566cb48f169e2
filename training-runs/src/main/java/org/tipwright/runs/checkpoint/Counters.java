package org.tipwright.runs.checkpoint;

import org.tipwright.runs.agent.ValidationScore;

/**
 * What a run has counted.
 *
 * @param round rounds played
 * @param environmentSteps steps of all episodes
 * @param episodes whole episodes, abandoned ones not counted
 * @param abandoned episodes given up because their physics did not converge
 * @param window outcomes of the last episodes, a digit each, oldest first
 * @param best the best validation so far
 */
public record Counters(
    long round,
    long environmentSteps,
    long episodes,
    long abandoned,
    String window,
    ValidationScore best) {

  /** A run that has not begun. */
  public static final Counters NONE = new Counters(0, 0, 0, 0, "", ValidationScore.NONE);
}
