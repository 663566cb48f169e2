package org.tipwright.agents.ppo;

import org.tipwright.agents.experience.EpisodeBatch;

/** How much better than expected each action turned out. */
public interface AdvantageEstimator {

  /**
   * Estimates the advantage of every step of a batch.
   *
   * @param values value of each observation of the batch, {@code Σ (length + 1)} numbers
   * @param advantages written, {@code Σ length} numbers
   */
  void estimate(EpisodeBatch batch, float[] values, float[] advantages);
}
