package org.tipwright.agents.benchmark;

import com.typesafe.config.Config;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.agents.baseline.RandomPolicy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;

/**
 * The hose benchmark of Leinen et al., Sci. Adv. 6 (2020) eabb6987: an agent that begins with
 * nothing plays until its first success, {@link #EPISODES} episodes at most.
 */
public final class HoseBenchmark {

  /** Episodes after which a run counts as unsolved. */
  public static final int EPISODES = 150;

  private static final List<String> AGENTS = List.of("dqn", "rl4j", "random", "azimuth-45");

  private HoseBenchmark() {}

  /**
   * Names of the agents: our double DQN, RL4J's, uniformly random moves, and a straight line at 45°
   * to the vertical in a new random direction each episode.
   */
  public static List<String> agents() {
    return AGENTS;
  }

  /**
   * One run; depends on its arguments alone.
   *
   * @param agent one of {@link #agents}
   * @param settings complete settings of the task {@code hose}
   * @throws IllegalArgumentException if there is no such agent
   */
  public static HoseRun run(String agent, long seed, Config settings) {
    return run(agent, seed, settings, EPISODES);
  }

  static HoseRun run(String agent, long seed, Config settings, int episodes) {
    HosePlayer player = player(agent, seed, Tasks.create("hose", settings));
    long steps = 0;
    for (int episode = 0; episode < episodes; episode++) {
      HosePlayer.EpisodeEnd end = player.play(episode);
      steps += end.steps();
      if (end.succeeded()) {
        return new HoseRun(agent, seed, true, episode, steps);
      }
    }
    return new HoseRun(agent, seed, false, episodes, steps);
  }

  private static HosePlayer player(String agent, long seed, EnvironmentCore hose) {
    int size = hose.observationSpec().size();
    ActionSpec.Discrete actions = (ActionSpec.Discrete) hose.actionSpec();
    return switch (agent) {
      case "dqn" -> new DqnPlayer(hose, actions, seed);
      case "rl4j" -> new Rl4jPlayer(hose, seed);
      case "random" ->
          new PolicyPlayer(
              hose,
              seed,
              episode ->
                  new RandomPolicy(actions, size, Seeds.derive(seed, "random-policy", episode)));
      case "azimuth-45" -> {
        RandomStream directions = new RandomStream(seed, "azimuth");
        yield new PolicyPlayer(
            hose,
            seed,
            episode ->
                new PathPolicy(
                    agent,
                    LateralPath.diagonal(2 * StrictMath.PI * directions.nextDouble()),
                    size));
      }
      default ->
          throw new IllegalArgumentException("no agent '" + agent + "'; there are " + AGENTS);
    };
  }
}
