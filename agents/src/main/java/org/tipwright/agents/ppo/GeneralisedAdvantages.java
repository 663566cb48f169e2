package org.tipwright.agents.ppo;

import org.tipwright.agents.experience.EpisodeBatch;

/**
 * Generalised advantage estimation: Schulman et al., ICLR 2016 (arXiv:1506.02438), eq. 16, {@code
 * Âₜ = δₜ + γλ Âₜ₊₁} with {@code δₜ = rₜ + γ V(sₜ₊₁) − V(sₜ)}. The last observation of an episode
 * is worth nothing after a termination, and its value after a truncation or a cut.
 *
 * @param discount γ per step
 * @param lambda λ
 */
public record GeneralisedAdvantages(double discount, double lambda) implements AdvantageEstimator {

  @Override
  public void estimate(EpisodeBatch batch, float[] values, float[] advantages) {
    int row = 0;
    int step = 0;
    for (int e = 0; e < batch.count(); e++) {
      int length = batch.lengths()[e];
      double next = batch.terminated()[e] ? 0 : values[row + length];
      double advantage = 0;
      for (int t = length - 1; t >= 0; t--) {
        double surprise = batch.rewards()[step + t] + discount * next - values[row + t];
        advantage = surprise + discount * lambda * advantage;
        advantages[step + t] = (float) advantage;
        next = values[row + t];
      }
      row += length + 1;
      step += length;
    }
  }
}
