package org.tipwright.agents.ppo;

import org.tipwright.env.random.RandomStream;

/** One of several choices, with probabilities {@code softmax} of the outputs. */
final class Categorical implements ActionDistribution {

  private final double[] logarithms;
  private final double[] probabilities;

  Categorical(int choices) {
    this.logarithms = new double[choices];
    this.probabilities = new double[choices];
  }

  @Override
  public int outputs() {
    return logarithms.length;
  }

  @Override
  public int shared() {
    return 0;
  }

  @Override
  public void see(float[] outputs, int offset, float[] sharedNumbers) {
    double top = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < logarithms.length; a++) {
      top = Math.max(top, outputs[offset + a]);
    }
    double total = 0;
    for (int a = 0; a < logarithms.length; a++) {
      logarithms[a] = outputs[offset + a] - top;
      probabilities[a] = Math.exp(logarithms[a]);
      total += probabilities[a];
    }
    double logTotal = Math.log(total);
    for (int a = 0; a < logarithms.length; a++) {
      logarithms[a] -= logTotal;
      probabilities[a] /= total;
    }
  }

  @Override
  public void sample(RandomStream random, float[] action) {
    double left = random.nextDouble();
    int choice = 0;
    while (choice < probabilities.length - 1 && left >= probabilities[choice]) {
      left -= probabilities[choice];
      choice++;
    }
    action[0] = choice;
  }

  @Override
  public double logProbability(float[] action, int offset) {
    return logarithms[(int) action[offset]];
  }

  @Override
  public double entropy() {
    double entropy = 0;
    for (int a = 0; a < logarithms.length; a++) {
      entropy -= probabilities[a] * logarithms[a];
    }
    return entropy;
  }

  /** {@code ∂ log πₐ/∂zᵢ = δₐᵢ − πᵢ} and {@code ∂H/∂zᵢ = −πᵢ (log πᵢ + H)}. */
  @Override
  public void slopes(
      float[] action,
      int actionOffset,
      double p,
      double h,
      float[] outputSlopes,
      int offset,
      float[] sharedSlopes) {
    int taken = (int) action[actionOffset];
    double entropy = h == 0 ? 0 : entropy();
    for (int a = 0; a < logarithms.length; a++) {
      double slope = p * ((a == taken ? 1 : 0) - probabilities[a]);
      slope -= h * probabilities[a] * (logarithms[a] + entropy);
      outputSlopes[offset + a] = (float) slope;
    }
  }
}
