package org.tipwright.runs.agent;

/**
 * How learning went; NaN where there was too little experience to learn from.
 *
 * @param loss mean loss of the updates
 * @param meanQ mean value given to the actions learnt from
 */
public record LearningProgress(double loss, double meanQ) {

  /** No learning has been done. */
  public static final LearningProgress NONE = new LearningProgress(Double.NaN, Double.NaN);
}
