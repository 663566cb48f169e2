package org.tipwright.agents.ppo;

import org.tipwright.env.ActionSpec;
import org.tipwright.env.random.RandomStream;

/**
 * Actions of one state with their probabilities, from a row of the policy network's outputs. Not
 * safe for two threads at once.
 */
interface ActionDistribution {

  /** The distribution of a spec's actions. */
  static ActionDistribution of(ActionSpec spec) {
    return spec instanceof ActionSpec.Discrete discrete
        ? new Categorical(discrete.count())
        : new DiagonalGaussian(spec.size());
  }

  /** Outputs of the network that describe one state. */
  int outputs();

  /** Numbers that describe every state alike: log-deviations, or none. */
  int shared();

  /** Takes the row that begins at {@code offset}, for the methods below. */
  void see(float[] outputs, int offset, float[] sharedNumbers);

  /** Draws an action. */
  void sample(RandomStream random, float[] action);

  /** Logarithm of the probability, or of its density, of the action at {@code offset}. */
  double logProbability(float[] action, int offset);

  /** Entropy in nats. */
  double entropy();

  /**
   * Writes the slopes of {@code p · log π(action) + h · entropy} in the row's outputs and adds
   * those in the shared numbers.
   */
  void slopes(
      float[] action,
      int actionOffset,
      double p,
      double h,
      float[] outputSlopes,
      int offset,
      float[] sharedSlopes);
}
