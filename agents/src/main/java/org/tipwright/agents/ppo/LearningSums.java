package org.tipwright.agents.ppo;

import org.tipwright.agents.kernel.LearningDiverged;

/** Sums over the updates of one network, for its metrics. */
final class LearningSums {

  private long updates;
  private double loss;
  private double norm;
  private double entropy;
  private double divergence;
  private double clipped;

  /**
   * An update is about to be done.
   *
   * @throws LearningDiverged if its loss or gradient is not a finite number
   */
  void update(String network, double updateLoss, double gradientNorm) {
    if (!Double.isFinite(updateLoss) || !Double.isFinite(gradientNorm)) {
      throw new LearningDiverged(
          "learning diverged: the loss of the "
              + network
              + " network is "
              + updateLoss
              + " and its gradient has length "
              + gradientNorm
              + "; lower ppo.learning-rate.start or ppo.max-gradient-norm");
    }
    updates++;
    loss += updateLoss;
    norm += gradientNorm;
  }

  /** What only a policy has, means over the minibatch. */
  void policy(double updateEntropy, double updateDivergence, double clippedShare) {
    entropy += updateEntropy;
    divergence += updateDivergence;
    clipped += clippedShare;
  }

  long updates() {
    return updates;
  }

  double loss() {
    return loss / updates;
  }

  double gradientNorm() {
    return norm / updates;
  }

  double entropy() {
    return entropy / updates;
  }

  double divergence() {
    return divergence / updates;
  }

  double clippedShare() {
    return clipped / updates;
  }
}
