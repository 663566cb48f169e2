package org.tipwright.runs.agent;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How learning went; NaN where there was too little experience to learn from.
 *
 * @param loss mean loss of the updates
 * @param meanQ mean value given to what was learnt from
 * @param more the algorithm's other metrics by name, the same names every time
 */
public record LearningProgress(double loss, double meanQ, SortedMap<String, Double> more) {

  /** No learning has been done. */
  public static final LearningProgress NONE = new LearningProgress(Double.NaN, Double.NaN);

  public LearningProgress {
    more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
  }

  /** Progress of an algorithm that has no other metrics. */
  public LearningProgress(double loss, double meanQ) {
    this(loss, meanQ, new TreeMap<>());
  }
}
