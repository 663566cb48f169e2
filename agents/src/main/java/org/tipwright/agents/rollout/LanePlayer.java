package org.tipwright.agents.rollout;

import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.random.RandomStream;

/** Chooses the actions of all lanes of a group, with exploration. Nobody else's. */
public interface LanePlayer {

  /** How many lanes it sees at once. */
  int rows();

  /** Plays this policy from now on. */
  void follow(PolicySnapshot snapshot);

  /** Looks at what every lane observes, idle ones too: {@code rows × observation size} numbers. */
  void see(float[] observations);

  /** Chooses for one lane, from what was last seen, an action as the learner wants to have it. */
  void choose(int lane, RandomStream exploration, float[] chosen);

  /** The action that the environment gets for what was chosen. */
  default void toEnvironment(float[] chosen, float[] action) {
    System.arraycopy(chosen, 0, action, 0, action.length);
  }
}
