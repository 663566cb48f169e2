package org.tipwright.agents.ppo;

import org.tipwright.env.random.RandomStream;

/**
 * Independent normal deviates about the outputs, whose deviations {@code exp(s)} are the same in
 * every state. Actions count in the network's units and are not cut off here.
 */
final class DiagonalGaussian implements ActionDistribution {

  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final double[] means;
  private final double[] logDeviations;

  DiagonalGaussian(int numbers) {
    this.means = new double[numbers];
    this.logDeviations = new double[numbers];
  }

  @Override
  public int outputs() {
    return means.length;
  }

  @Override
  public int shared() {
    return means.length;
  }

  @Override
  public void see(float[] outputs, int offset, float[] sharedNumbers) {
    for (int i = 0; i < means.length; i++) {
      means[i] = outputs[offset + i];
      logDeviations[i] = sharedNumbers[i];
    }
  }

  @Override
  public void sample(RandomStream random, float[] action) {
    for (int i = 0; i < means.length; i++) {
      action[i] = (float) (means[i] + Math.exp(logDeviations[i]) * random.nextGaussian());
    }
  }

  @Override
  public double logProbability(float[] action, int offset) {
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      double z = deviationsOff(action, offset, i);
      sum -= 0.5 * z * z + logDeviations[i] + LOG_ROOT_TWO_PI;
    }
    return sum;
  }

  @Override
  public double entropy() {
    double entropy = 0;
    for (double logDeviation : logDeviations) {
      entropy += logDeviation + 0.5 + LOG_ROOT_TWO_PI;
    }
    return entropy;
  }

  /** {@code ∂ log π/∂μ = z/σ}, {@code ∂ log π/∂s = z² − 1}, {@code ∂H/∂s = 1}; z = (a − μ)/σ. */
  @Override
  public void slopes(
      float[] action,
      int actionOffset,
      double p,
      double h,
      float[] outputSlopes,
      int offset,
      float[] sharedSlopes) {
    for (int i = 0; i < means.length; i++) {
      double z = deviationsOff(action, actionOffset, i);
      outputSlopes[offset + i] = (float) (p * z * Math.exp(-logDeviations[i]));
      sharedSlopes[i] += (float) (p * (z * z - 1) + h);
    }
  }

  private double deviationsOff(float[] action, int offset, int i) {
    return (action[offset + i] - means[i]) * Math.exp(-logDeviations[i]);
  }
}
