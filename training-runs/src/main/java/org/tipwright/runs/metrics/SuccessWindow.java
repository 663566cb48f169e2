package org.tipwright.runs.metrics;

import java.util.ArrayDeque;

/** The outcomes of the last episodes. */
public final class SuccessWindow {

  private final int size;
  private final ArrayDeque<Boolean> outcomes = new ArrayDeque<>();
  private int successes;

  /**
   * A window with outcomes in it.
   *
   * @param size how many outcomes count
   * @param saved what {@link #save} gave, oldest first; empty for none
   */
  public SuccessWindow(int size, String saved) {
    this.size = size;
    saved.chars().forEach(outcome -> add(outcome == '1'));
  }

  /** Adds the outcome of the latest episode. */
  public void add(boolean succeeded) {
    outcomes.addLast(succeeded);
    successes += succeeded ? 1 : 0;
    if (outcomes.size() > size) {
      successes -= outcomes.removeFirst() ? 1 : 0;
    }
  }

  /** Share of successes, from 0 to 1; NaN without an outcome. */
  public double rate() {
    return outcomes.isEmpty() ? Double.NaN : (double) successes / outcomes.size();
  }

  /** The outcomes, oldest first, a digit each: 1 for a success. */
  public String save() {
    StringBuilder digits = new StringBuilder(outcomes.size());
    outcomes.forEach(succeeded -> digits.append(succeeded ? '1' : '0'));
    return digits.toString();
  }
}
