package org.tipwright.runs.agent;

import com.typesafe.config.Config;
import java.util.List;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.env.EnvironmentCore;

/** The agents by name. */
public final class Agents {

  private Agents() {}

  /** Names of the agents: values of the setting {@code agent}. */
  public static List<String> names() {
    return List.of("dqn", "ppo");
  }

  /**
   * Checks the settings of the agent that a run asks for.
   *
   * @throws IllegalArgumentException if a setting of it is not right
   */
  public static void check(Config config) {
    switch (config.getString("agent")) {
      case "ppo" -> PpoAgent.check(config);
      default -> DqnSettings.from(config.getConfig("dqn"));
    }
  }

  /**
   * The agent that a run's settings ask for.
   *
   * @param config complete settings of a run
   * @param environment of the run's task
   * @throws IllegalArgumentException if there is no such agent, or a setting of it is not right
   */
  public static Agent create(Config config, EnvironmentCore environment) {
    String name = config.getString("agent");
    return switch (name) {
      case "dqn" -> new DqnAgent(config, environment);
      case "ppo" -> new PpoAgent(config, environment);
      default ->
          throw new IllegalArgumentException(
              "'agent' is '" + name + "' but must be one of " + names());
    };
  }
}
