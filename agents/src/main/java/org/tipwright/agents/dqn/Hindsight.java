package org.tipwright.agents.dqn;

import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.env.GoalTask;
import org.tipwright.env.random.RandomStream;

/**
 * Learns as if a goal that the same episode reached later had been asked for: Andrychowicz et al.,
 * NeurIPS 2017 (arXiv:1707.01495), strategy "future". With k relabelled transitions to each that is
 * left alone, as they count, the share is {@code k/(k + 1)}.
 */
final class Hindsight {

  private final GoalTask goal;
  private final double share;
  private final int size;
  private final float[] achieved;

  Hindsight(GoalTask goal, double share, int observationSize) {
    this.goal = goal;
    this.share = share;
    this.size = observationSize;
    this.achieved = new float[observationSize];
  }

  /** Changes, by chance, the goal of a transition of one step that lies in the buffer. */
  void relabel(
      ExperienceBuffer experience,
      RandomStream random,
      double discount,
      TransitionBatch batch,
      int index) {
    if (random.nextDouble() >= share) {
      return;
    }
    experience.observation(experience.drawLater(batch.rows[index], random), achieved, 0);
    int at = index * size;
    goal.setGoal(batch.observations, at, achieved, 0);
    goal.setGoal(batch.nextObservations, at, achieved, 0);
    batch.returns[index] = goal.reward(batch.nextObservations, at);
    batch.discounts[index] = goal.terminates(batch.nextObservations, at) ? 0f : (float) discount;
  }
}
