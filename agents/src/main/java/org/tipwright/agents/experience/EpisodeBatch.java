package org.tipwright.agents.experience;

import java.util.List;

/**
 * Whole episodes in flat arrays, one after another. An episode of length n has n + 1 observations,
 * n actions and n rewards. Nobody may change the arrays once the batch is made.
 *
 * @param observationSize numbers in an observation
 * @param actionSize numbers in an action
 * @param lengths steps of each episode, all at least 1
 * @param observations {@code Σ (length + 1)} rows
 * @param actions {@code Σ length} rows
 * @param rewards {@code Σ length} numbers; entry t is the reward of action t
 * @param terminated per episode: true if it ended in a termination, false if in a truncation
 * @param succeeded per episode: whether it ended in what the task calls success
 * @param ids per episode: a number that no other episode of the run has
 * @param cut per episode: true if it was given up half-way because its round was over; it
 *     bootstraps like a truncation, and is not counted among the episodes
 */
public record EpisodeBatch(
    int observationSize,
    int actionSize,
    int[] lengths,
    float[] observations,
    float[] actions,
    float[] rewards,
    boolean[] terminated,
    boolean[] succeeded,
    long[] ids,
    boolean[] cut) {

  /** Episodes none of which was cut. */
  public EpisodeBatch(
      int observationSize,
      int actionSize,
      int[] lengths,
      float[] observations,
      float[] actions,
      float[] rewards,
      boolean[] terminated,
      boolean[] succeeded,
      long[] ids) {
    this(
        observationSize,
        actionSize,
        lengths,
        observations,
        actions,
        rewards,
        terminated,
        succeeded,
        ids,
        new boolean[lengths.length]);
  }

  public EpisodeBatch {
    int steps = 0;
    for (int length : lengths) {
      if (length < 1) {
        throw new IllegalArgumentException("an episode must have at least one step");
      }
      steps += length;
    }
    if (observations.length != (steps + lengths.length) * observationSize
        || actions.length != steps * actionSize
        || rewards.length != steps
        || terminated.length != lengths.length
        || succeeded.length != lengths.length
        || ids.length != lengths.length
        || cut.length != lengths.length) {
      throw new IllegalArgumentException(
          "the arrays do not fit "
              + lengths.length
              + " episodes with "
              + steps
              + " steps in all, "
              + observationSize
              + " observed numbers and "
              + actionSize
              + " per action");
    }
  }

  /** How many episodes there are; not an accessor, so that serialisers leave it out. */
  public int count() {
    return lengths.length;
  }

  /** Steps of all episodes together. */
  public int steps() {
    return rewards.length;
  }

  /** Episodes that succeeded. */
  public int successes() {
    int successes = 0;
    for (boolean s : succeeded) {
      successes += s ? 1 : 0;
    }
    return successes;
  }

  /** Sum of all rewards. */
  public double totalReward() {
    double total = 0;
    for (float reward : rewards) {
      total += reward;
    }
    return total;
  }

  /**
   * The episodes of several batches, in the order of the batches.
   *
   * @throws IllegalArgumentException if there is no batch, or their sizes differ
   */
  public static EpisodeBatch merge(List<EpisodeBatch> batches) {
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("there is no batch to merge");
    }
    int episodes = 0;
    int steps = 0;
    for (EpisodeBatch batch : batches) {
      episodes += batch.count();
      steps += batch.steps();
    }
    int observationSize = batches.get(0).observationSize;
    int actionSize = batches.get(0).actionSize;
    int[] lengths = new int[episodes];
    float[] observations = new float[(steps + episodes) * observationSize];
    float[] actions = new float[steps * actionSize];
    float[] rewards = new float[steps];
    boolean[] terminated = new boolean[episodes];
    boolean[] succeeded = new boolean[episodes];
    long[] ids = new long[episodes];
    boolean[] cut = new boolean[episodes];
    int episode = 0;
    int step = 0;
    for (EpisodeBatch b : batches) {
      if (b.observationSize != observationSize || b.actionSize != actionSize) {
        throw new IllegalArgumentException("batches of different environments cannot be merged");
      }
      int n = b.count();
      System.arraycopy(b.lengths, 0, lengths, episode, n);
      System.arraycopy(b.terminated, 0, terminated, episode, n);
      System.arraycopy(b.succeeded, 0, succeeded, episode, n);
      System.arraycopy(b.ids, 0, ids, episode, n);
      System.arraycopy(b.cut, 0, cut, episode, n);
      System.arraycopy(
          b.observations,
          0,
          observations,
          (step + episode) * observationSize,
          b.observations.length);
      System.arraycopy(b.actions, 0, actions, step * actionSize, b.actions.length);
      System.arraycopy(b.rewards, 0, rewards, step, b.rewards.length);
      episode += n;
      step += b.steps();
    }
    return new EpisodeBatch(
        observationSize,
        actionSize,
        lengths,
        observations,
        actions,
        rewards,
        terminated,
        succeeded,
        ids,
        cut);
  }
}
