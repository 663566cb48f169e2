package org.tipwright.agents.baseline;

import org.tipwright.agents.policy.Policy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.random.Seeds;

/**
 * Chooses uniformly at random, yet the same for the same observation: the choice is a hash of the
 * observation and the seed, so it depends neither on the order of episodes nor on threads.
 */
public final class RandomPolicy implements Policy {

  private final int choices;
  private final int observationSize;
  private final long seed;

  /** A policy for discrete actions and observations of this size. */
  public RandomPolicy(ActionSpec.Discrete actions, int observationSize, long seed) {
    this.choices = actions.count();
    this.observationSize = observationSize;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "random";
  }

  @Override
  public void act(float[] observations, float[] actions, int batch) {
    for (int row = 0; row < batch; row++) {
      long hash = seed;
      for (int i = row * observationSize; i < (row + 1) * observationSize; i++) {
        hash = Seeds.derive(hash, "observation", Float.floatToIntBits(observations[i]));
      }
      actions[row] = Math.floorMod(hash, choices);
    }
  }
}
