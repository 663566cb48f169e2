package org.tipwright.runs.agent;

import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;

/** A learner: it takes in what was played and gives out policies. */
public interface Learning {

  /** Takes in the episodes of a round and does the learning that is due for them. */
  LearningProgress learn(EpisodeBatch batch);

  /** The policy learnt so far, to be played with exploration. Changes nothing in the learner. */
  PolicySnapshot snapshot();

  /** Everything that the learner's future depends on. Equal learners give equal bytes. */
  byte[] save();
}
