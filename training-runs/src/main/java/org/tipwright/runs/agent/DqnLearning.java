package org.tipwright.runs.agent;

import org.tipwright.agents.dqn.DqnLearner;
import org.tipwright.agents.dqn.LearnerMetrics;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.policy.PolicySnapshot;

/** A double DQN learner: experience in, the updates that the new steps ask for, policy out. */
final class DqnLearning implements Learning {

  private final DqnLearner learner;

  DqnLearning(DqnLearner learner) {
    this.learner = learner;
  }

  @Override
  public LearningProgress learn(EpisodeBatch batch) {
    learner.add(batch);
    LearnerMetrics metrics = learner.learn();
    return new LearningProgress(metrics.loss(), metrics.meanQ());
  }

  @Override
  public PolicySnapshot snapshot() {
    return learner.snapshot();
  }

  @Override
  public byte[] save() {
    return SavedBytes.of(learner::save);
  }
}
