package org.tipwright.env.episode;

import com.typesafe.config.Config;

/**
 * What an environment does not know of itself and a record has to hold.
 *
 * @param task name of the task whose environment replays the episode
 * @param settings complete settings of that task
 * @param policy name or model card of the policy
 * @param place {@code "simulation"}, or the instrument's address
 * @param operator who is answerable; empty in a simulation
 * @param judgedByTask whether rewards and ends come from the task itself, so that a replay has to
 *     reproduce them, and not from an arbiter at an instrument
 */
public record EpisodeSetting(
    String task,
    Config settings,
    String policy,
    String place,
    String operator,
    boolean judgedByTask) {

  /** The setting of an episode played by the simulated task itself. */
  public static EpisodeSetting simulation(String task, Config settings, String policy) {
    return new EpisodeSetting(task, settings, policy, "simulation", "", true);
  }
}
