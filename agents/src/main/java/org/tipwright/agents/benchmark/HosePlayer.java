package org.tipwright.agents.benchmark;

/** Plays the hose episode by episode, and may learn in between. */
interface HosePlayer {

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
}
