package org.tipwright.agents.benchmark;

import java.util.List;
import org.tipwright.agents.rl4j.Rl4jDoubleDqn;
import org.tipwright.agents.rl4j.Rl4jSettings;
import org.tipwright.env.EnvironmentCore;

/**
 * RL4J's double DQN with the same layers, rate, batch and discount as ours; it has no dueling head,
 * no Boltzmann exploration, and learns once after every step.
 */
final class Rl4jPlayer implements HosePlayer {

  private static final Rl4jSettings SETTINGS =
      new Rl4jSettings(List.of(30, 15), 0.001, 0.97, 30, 30_000, 200, 2000, 0.01);

  private final Rl4jDoubleDqn agent;

  Rl4jPlayer(EnvironmentCore hose, long seed) {
    this.agent = new Rl4jDoubleDqn(hose, SETTINGS, seed);
  }

  @Override
  public EpisodeEnd play(int episode) {
    agent.playEpisode();
    return new EpisodeEnd(agent.succeeded(), agent.steps());
  }
}
