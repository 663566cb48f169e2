package org.tipwright.agents.experience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes one episode step by step and gives it as a batch of one; then takes the next. */
public final class EpisodeCollector {

  private final int observationSize;
  private final int actionSize;
  private float[] observations;
  private float[] actions;
  private float[] rewards;
  private int steps;

  /** A collector for episodes of one kind of environment. */
  public EpisodeCollector(int observationSize, int actionSize) {
    this.observationSize = observationSize;
    this.actionSize = actionSize;
    this.observations = new float[64 * observationSize];
    this.actions = new float[64 * actionSize];
    this.rewards = new float[64];
  }

  /** Forgets what was taken and takes the first observation of an episode. */
  public void begin(float[] observation, int offset) {
    steps = 0;
    System.arraycopy(observation, offset, observations, 0, observationSize);
  }

  /** Takes one step: what was done, what it brought and what was seen then. */
  public void add(float[] action, int actionOffset, float reward, float[] observation, int offset) {
    if ((steps + 2) * observationSize > observations.length || steps + 1 > rewards.length) {
      observations = Arrays.copyOf(observations, 2 * observations.length);
      actions = Arrays.copyOf(actions, 2 * actions.length);
      rewards = Arrays.copyOf(rewards, 2 * rewards.length);
    }
    System.arraycopy(action, actionOffset, actions, steps * actionSize, actionSize);
    rewards[steps] = reward;
    steps++;
    System.arraycopy(observation, offset, observations, steps * observationSize, observationSize);
  }

  /** Steps taken of the present episode. */
  public int steps() {
    return steps;
  }

  /** The episode, ended. */
  public EpisodeBatch finish(boolean terminated, boolean succeeded, long id) {
    return finish(terminated, succeeded, id, false);
  }

  /** The episode as far as it went before its round was over. */
  public EpisodeBatch cut(long id) {
    return finish(false, false, id, true);
  }

  private EpisodeBatch finish(boolean terminated, boolean succeeded, long id, boolean cut) {
    return new EpisodeBatch(
        observationSize,
        actionSize,
        new int[] {steps},
        Arrays.copyOf(observations, (steps + 1) * observationSize),
        Arrays.copyOf(actions, steps * actionSize),
        Arrays.copyOf(rewards, steps),
        new boolean[] {terminated},
        new boolean[] {succeeded},
        new long[] {id},
        new boolean[] {cut});
  }

  /** A batch without episodes. */
  public EpisodeBatch none() {
    return new EpisodeBatch(
        observationSize,
        actionSize,
        new int[0],
        new float[0],
        new float[0],
        new float[0],
        new boolean[0],
        new boolean[0],
        new long[0]);
  }

  /** All of {@code episodes} as one batch; they may be none. */
  public EpisodeBatch all(List<EpisodeBatch> episodes) {
    List<EpisodeBatch> batches = new ArrayList<>(episodes);
    batches.add(none());
    return EpisodeBatch.merge(batches);
  }
}
