package org.tipwright.runs.agent;

import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.RoundLength;
import org.tipwright.env.random.StreamsState;

/**
 * Environments that step together under one policy. They keep nothing from one round to the next
 * but what is in the streams, so that any group of a run can be played on any of its copies.
 */
public interface LaneGroup {

  /**
   * Every lane plays so much.
   *
   * @param group number of the group in its run, from 0
   * @param streams those that the group's last round ended with, null to begin its first
   */
  GroupRound play(
      int group, @Nullable StreamsState streams, PolicySnapshot policy, RoundLength length);
}
