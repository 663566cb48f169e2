package org.tipwright.runs.training;

/**
 * How a run, or this session of it, ended.
 *
 * @param status how
 * @param sentence what happened and, if there is something to do, what
 * @param rounds rounds played
 * @param environmentSteps steps of all episodes
 * @param episodes whole episodes
 * @param abandoned episodes given up because their physics did not converge
 * @param bestValidationSuccessRate of the chosen policy, NaN if no validation was played
 */
public record TrainingOutcome(
    Status status,
    String sentence,
    long rounds,
    long environmentSteps,
    long episodes,
    long abandoned,
    double bestValidationSuccessRate) {

  /** How a session ends. */
  public enum Status {
    /** The run has had its rounds; {@code policy.zip} is written. */
    COMPLETED,
    /** The run was asked to stop; it can be resumed, and {@code policy.zip} is the best so far. */
    INTERRUPTED,
    /** The run cannot go on. */
    FAILED
  }
}
