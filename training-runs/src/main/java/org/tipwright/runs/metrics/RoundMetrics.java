package org.tipwright.runs.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one round measured. {@code NaN} where there is nothing to tell: an empty cell in the CSV, no
 * point in TensorBoard.
 *
 * @param round rounds played so far, this one included: the first round is 1
 * @param environmentSteps steps of all episodes so far
 * @param episodes whole episodes so far, abandoned ones not counted
 * @param successRate share of successes among the last episodes (setting {@code
 *     training.success-window})
 * @param meanReturn mean sum of rewards of this round's episodes, undiscounted
 * @param meanSteps mean length of this round's episodes
 * @param epsilon share of uniformly random actions with which this round was played
 * @param temperature Boltzmann temperature with which this round was played
 * @param loss mean loss of the learning that followed this round; with overlap, of the learning
 *     done while this round was played
 * @param meanQ mean value that the network gave to the actions it learnt from, likewise
 * @param learning the algorithm's other metrics by name, always the same names
 * @param validationSuccessRate share of successes of the greedy policy learnt so far on the
 *     validation seeds, in rounds with a validation
 * @param abandoned episodes so far that were given up because their physics did not converge
 * @param wallSeconds time on the clock since the run began, pauses between sessions not counted
 * @param stepsPerSecond steps of this round by its time on the clock
 */
public record RoundMetrics(
    long round,
    long environmentSteps,
    long episodes,
    double successRate,
    double meanReturn,
    double meanSteps,
    double epsilon,
    double temperature,
    double loss,
    double meanQ,
    SortedMap<String, Double> learning,
    double validationSuccessRate,
    long abandoned,
    double wallSeconds,
    double stepsPerSecond) {

  /** Column names to values, in the order of the columns; the last two are of the clock. */
  public Map<String, Number> columns() {
    Map<String, Number> columns = new LinkedHashMap<>();
    columns.put("round", round);
    columns.put("environment_steps", environmentSteps);
    columns.put("episodes", episodes);
    columns.put("success_rate", successRate);
    columns.put("mean_return", meanReturn);
    columns.put("mean_steps", meanSteps);
    columns.put("epsilon", epsilon);
    columns.put("temperature", temperature);
    columns.put("loss", loss);
    columns.put("mean_q", meanQ);
    columns.putAll(learning);
    columns.put("validation_success_rate", validationSuccessRate);
    columns.put("abandoned", abandoned);
    columns.put("wall_seconds", wallSeconds);
    columns.put("wall_steps_per_second", stepsPerSecond);
    return columns;
  }
}
