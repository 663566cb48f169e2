package org.tipwright.agents.benchmark;

import java.util.function.IntFunction;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.physics.NotConverged;

/** Plays a policy that does not learn, a new one for each episode. */
final class PolicyPlayer implements HosePlayer {

  private final EnvironmentCore hose;
  private final IntFunction<Policy> policies;
  private final float[] observation;
  private final float[] action = new float[1];

  PolicyPlayer(EnvironmentCore hose, long seed, IntFunction<Policy> policies) {
    hose.seed(seed);
    this.hose = hose;
    this.policies = policies;
    this.observation = new float[hose.observationSpec().size()];
  }

  @Override
  public EpisodeEnd play(int episode) {
    Policy policy = policies.apply(episode);
    long steps = 0;
    try {
      hose.reset(observation, 0);
      do {
        policy.act(observation, action, 1);
        steps++;
      } while (!hose.step(action, 0, observation, 0).isLast());
      return new EpisodeEnd(hose.succeeded(), steps);
    } catch (NotConverged notConverged) {
      return new EpisodeEnd(false, steps);
    }
  }
}
