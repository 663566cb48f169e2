package org.tipwright.agents.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.tipwright.agents.kernel.Adam;
import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.random.RandomStream;

/** The policy network and its learning: Schulman et al., arXiv:1707.06347, eq. 7. */
final class PolicyLearning {

  private static final double HEAD_GAIN = 0.01;
  private static final double KL_MARGIN = 1.5;

  private final PpoSettings settings;
  private final PolicyVector vector;
  private final DenseKernel kernel;
  private final Adam adam;
  private final ActionDistribution distribution;
  private final float[] logDeviations;
  private final float[] logDeviationGradient;
  private final Adam deviationAdam;
  private final Minibatches minibatches;
  private final int output;
  private final float[] inputs;
  private float[] oldLogarithms = {};

  PolicyLearning(
      PolicyVector vector,
      ActionDistribution distribution,
      PpoSettings settings,
      RandomStream initial,
      RandomStream shuffling) {
    this.settings = settings;
    this.vector = vector;
    this.distribution = distribution;
    this.kernel = new DenseKernel(vector.shape(), settings.batch());
    this.kernel.setParameters(OrthogonalWeights.draw(vector.shape(), HEAD_GAIN, initial));
    this.adam = new Adam(kernel, settings.learningRate().start());
    this.logDeviations = new float[vector.shared()];
    this.logDeviationGradient = new float[vector.shared()];
    Arrays.fill(logDeviations, (float) Math.log(settings.initialDeviation()));
    this.deviationAdam =
        new Adam(logDeviations, logDeviationGradient, settings.learningRate().start());
    this.minibatches = new Minibatches(settings.batch(), shuffling);
    this.output = vector.shape().layers().size() - 1;
    this.inputs = new float[settings.batch() * vector.shape().inputs()];
  }

  /** The policy as one vector. */
  float[] vector(ObservationScale scale) {
    return vector.write(kernel.parameters(), logDeviations, scale);
  }

  /** Keeps the probabilities that this policy, which played the round, gave to what was done. */
  void remember(PlayedRound round) {
    oldLogarithms = new float[round.steps];
    minibatches.begin(round.steps);
    for (int m = 0; m < minibatches.count(); m++) {
      int from = minibatches.start(m);
      int to = minibatches.start(m + 1);
      round.gather(minibatches.order(), from, to, inputs);
      kernel.forward(inputs, to - from);
      for (int step = from; step < to; step++) {
        see(step - from);
        oldLogarithms[step] =
            (float) distribution.logProbability(round.actions, step * round.actionSize);
      }
    }
  }

  /** Goes through the round's minibatches once for every epoch, or until it is too far off. */
  LearningSums learn(PlayedRound round, double rateFactor) {
    LearningSums sums = new LearningSums();
    double farthest =
        settings.targetKl() > 0 ? KL_MARGIN * settings.targetKl() : Double.POSITIVE_INFINITY;
    boolean near = true;
    for (int epoch = 0; epoch < settings.epochs() && near; epoch++) {
      minibatches.shuffle();
      for (int m = 0; m < minibatches.count() && near; m++) {
        int from = minibatches.start(m);
        near = update(round, from, minibatches.start(m + 1), rateFactor, farthest, sums);
      }
    }
    return sums;
  }

  private boolean update(
      PlayedRound round, int from, int to, double rateFactor, double farthest, LearningSums sums) {
    int size = to - from;
    int[] order = minibatches.order();
    round.gather(order, from, to, inputs);
    kernel.forward(inputs, size);
    double mean = 0;
    double deviation = 1;
    if (settings.normaliseAdvantages()) {
      mean = mean(round.advantages, order, from, to);
      deviation = deviation(round.advantages, order, from, to, mean);
    }
    float[] slopes = kernel.outputErrors(output);
    Arrays.fill(logDeviationGradient, 0f);
    double loss = 0;
    double entropy = 0;
    double divergence = 0;
    double clipped = 0;
    for (int i = 0; i < size; i++) {
      int step = order[from + i];
      int action = step * round.actionSize;
      see(i);
      double logRatio = distribution.logProbability(round.actions, action) - oldLogarithms[step];
      double ratio = Math.exp(logRatio);
      double advantage = (round.advantages[step] - mean) / deviation;
      double limited = Math.max(1 - settings.clip(), Math.min(1 + settings.clip(), ratio));
      boolean pays = ratio * advantage <= limited * advantage;
      double rowEntropy = distribution.entropy();
      loss -= (Math.min(ratio * advantage, limited * advantage) + settings.entropy() * rowEntropy);
      entropy += rowEntropy;
      divergence += ratio - 1 - logRatio;
      clipped += ratio == limited ? 0 : 1;
      distribution.slopes(
          round.actions,
          action,
          pays ? -ratio * advantage / size : 0,
          -settings.entropy() / size,
          slopes,
          i * distribution.outputs(),
          logDeviationGradient);
    }
    if (divergence / size > farthest) {
      return false;
    }
    kernel.backward(size);
    double norm = Math.sqrt(kernel.gradientSquared() + squared(logDeviationGradient));
    sums.update("policy", loss / size, norm);
    sums.policy(entropy / size, divergence / size, clipped / size);
    double scale = Adam.clip(norm, settings.maxGradientNorm());
    adam.step(scale, rateFactor);
    deviationAdam.step(scale, rateFactor);
    return true;
  }

  private void see(int row) {
    distribution.see(kernel.output(output), row * distribution.outputs(), logDeviations);
  }

  /** Whether every parameter is a finite number. */
  boolean isFinite() {
    return kernel.isFinite() && Double.isFinite(squared(logDeviations));
  }

  private static double squared(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
      sum += (double) number * number;
    }
    return sum;
  }

  private static double mean(float[] numbers, int[] order, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[order[i]];
    }
    return sum / (to - from);
  }

  private static double deviation(float[] numbers, int[] order, int from, int to, double mean) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double off = numbers[order[i]] - mean;
      sum += off * off;
    }
    return Math.sqrt(sum / (to - from)) + 1e-8;
  }

  void save(DataOutput out) throws IOException {
    FloatArrays.write(out, kernel.parameters());
    adam.save(out);
    FloatArrays.write(out, logDeviations);
    deviationAdam.save(out);
    byte[] state = minibatches.random().save();
    out.writeInt(state.length);
    out.write(state);
  }

  void restore(DataInput in) throws IOException {
    float[] parameters = kernel.parameters();
    FloatArrays.read(in, parameters);
    kernel.setParameters(parameters);
    adam.restore(in);
    FloatArrays.read(in, logDeviations);
    deviationAdam.restore(in);
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    minibatches.random().restore(state);
  }
}
