package org.tipwright.runs.agent;

import org.jspecify.annotations.Nullable;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.agents.rollout.RoundLength;
import org.tipwright.agents.rollout.RoundPlayed;
import org.tipwright.env.random.StreamsState;

/**
 * What one lane group played in one round.
 *
 * @param batch the episodes, among them those that the end of the round cut
 * @param abandoned episodes given up because their physics did not converge; not in the batch
 * @param steps environment steps, those of abandoned episodes included
 * @param streams where the group's next round begins
 */
public record GroupRound(EpisodeBatch batch, int abandoned, long steps, StreamsState streams) {

  /**
   * Plays a round of a group.
   *
   * @param streams those that its last round ended with, null to begin its first
   */
  static GroupRound play(
      Rollout rollout, @Nullable StreamsState streams, PolicySnapshot policy, RoundLength length) {
    if (streams != null) {
      rollout.restoreStreams(streams);
    }
    RoundPlayed played = rollout.play(policy, length);
    return new GroupRound(
        played.episodes(), played.abandoned(), played.steps(), rollout.saveStreams());
  }
}
