package org.tipwright.agents.policy;

/** Chooses actions from observations, in batches. */
public interface Policy {

  /** What tables and files call it. */
  String name();

  /**
   * Chooses one action per row.
   *
   * @param observations {@code batch} rows of the observation spec's size, one after another
   * @param actions room for {@code batch} rows of the action spec's size; written
   * @param batch number of rows
   */
  void act(float[] observations, float[] actions, int batch);
}
