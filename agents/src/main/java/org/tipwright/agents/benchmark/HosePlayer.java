package org.tipwright.agents.benchmark;

import org.tipwright.env.EnvironmentCore;

/** Plays the hose episode by episode, and may learn in between. */
public interface HosePlayer {

  /**
   * Plays one whole episode and learns from it, unless it succeeded.
   *
   * @param episode its index, from 0
   */
  EpisodeEnd play(int episode);

  /**
   * How an episode ended.
   *
   * @param succeeded whether in success
   * @param steps its steps
   */
  record EpisodeEnd(boolean succeeded, long steps) {}

  /** Makes players of one kind, each for one run. */
  interface Beginner {

    /**
     * A player that knows nothing yet. What it does follows from the seed and from the time steps
     * that it sees.
     *
     * @param hose to be seeded, reset and stepped by this player alone
     * @param seed of the run
     */
    HosePlayer begin(EnvironmentCore hose, long seed);
  }
}
