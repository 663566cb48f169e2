package org.tipwright.agents.benchmark;

import org.tipwright.env.Tasks;

/**
 * The hose benchmark of Leinen et al., Sci. Adv. 6 (2020) eabb6987: an agent that begins with
 * nothing plays until its first success, {@link #EPISODES} episodes at most.
 */
public final class HoseBenchmark {

  /** Episodes after which a run counts as unsolved. */
  public static final int EPISODES = 150;

  private HoseBenchmark() {}

  /**
   * One run; depends on its arguments alone.
   *
   * @param agent one of {@link HosePlayers#names}
   * @throws IllegalArgumentException if there is no such agent
   */
  public static HoseRun run(String agent, HoseTrial trial) {
    return run(agent, trial, EPISODES);
  }

  static HoseRun run(String agent, HoseTrial trial, int episodes) {
    HosePlayer player =
        HosePlayers.named(agent)
            .begin(Tasks.create(trial.task(), trial.settings()), trial.playerSeed());
    long steps = 0;
    for (int episode = 0; episode < episodes; episode++) {
      HosePlayer.EpisodeEnd end = player.play(episode);
      steps += end.steps();
      if (end.succeeded()) {
        return new HoseRun(agent, trial.path(), trial.seed(), true, episode, steps);
      }
    }
    return new HoseRun(agent, trial.path(), trial.seed(), false, episodes, steps);
  }
}
