package org.tipwright.agents.benchmark;

import org.tipwright.agents.dl4j.Dl4jDqn;
import org.tipwright.agents.dl4j.Dl4jSettings;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.physics.NotConverged;

/** The DQN of DL4J's own parts, with the same layers, rate, batch and discount as ours. */
final class Dl4jPlayer implements HosePlayer {

  private final Dl4jDqn agent;

  Dl4jPlayer(EnvironmentCore hose, long seed) {
    this.agent = new Dl4jDqn(hose, Dl4jSettings.defaults(), seed);
  }

  @Override
  public EpisodeEnd play(int episode) {
    try {
      EpisodeBatch played = agent.playEpisode();
      return new EpisodeEnd(played.successes() > 0, played.steps());
    } catch (NotConverged notConverged) {
      throw new IllegalStateException("the hose has no physics to relax", notConverged);
    }
  }
}
