package org.tipwright.agents.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.kernel.Adam;
import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.kernel.FloatArrays;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.env.random.RandomStream;

/** The value network and its learning. */
final class ValueLearning {

  private final PpoSettings settings;
  private final AdvantageEstimator estimator;
  private final DenseKernel kernel;
  private final Adam adam;
  private final Minibatches minibatches;
  private final int output;
  private final float[] inputs;

  ValueLearning(
      int observationSize,
      PpoSettings settings,
      AdvantageEstimator estimator,
      RandomStream initial,
      RandomStream shuffling) {
    NetworkShape shape =
        NetworkShape.chain(
            observationSize, settings.hidden(), settings.activation().activation(), "value", 1);
    this.settings = settings;
    this.estimator = estimator;
    this.kernel = new DenseKernel(shape, settings.batch());
    this.kernel.setParameters(OrthogonalWeights.draw(shape, 1, initial));
    this.adam = new Adam(kernel, settings.learningRate().start());
    this.minibatches = new Minibatches(settings.batch(), shuffling);
    this.output = shape.layers().size() - 1;
    this.inputs = new float[settings.batch() * observationSize];
  }

  /** Values every observation of a round, and from that every step. */
  void judge(PlayedRound round, EpisodeBatch batch) {
    int size = round.inputSize;
    for (int from = 0; from < round.values.length; from += kernel.rows()) {
      int rows = Math.min(kernel.rows(), round.values.length - from);
      System.arraycopy(round.inputs, from * size, inputs, 0, rows * size);
      kernel.forward(inputs, rows);
      System.arraycopy(kernel.output(output), 0, round.values, from, rows);
    }
    estimator.estimate(batch, round.values, round.advantages);
  }

  /** Goes through the round's minibatches once for every epoch. */
  LearningSums learn(PlayedRound round, double rateFactor) {
    LearningSums sums = new LearningSums();
    minibatches.begin(round.steps);
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      minibatches.shuffle();
      for (int m = 0; m < minibatches.count(); m++) {
        update(round, minibatches.start(m), minibatches.start(m + 1), rateFactor, sums);
      }
    }
    return sums;
  }

  private void update(PlayedRound round, int from, int to, double rateFactor, LearningSums sums) {
    int size = to - from;
    int[] order = minibatches.order();
    round.gather(order, from, to, inputs);
    kernel.forward(inputs, size);
    float[] values = kernel.output(output);
    float[] errors = kernel.outputErrors(output);
    double limit = settings.valueClip();
    double loss = 0;
    for (int i = 0; i < size; i++) {
      int step = order[from + i];
      double worth = round.worth(step);
      double error = values[i] - worth;
      double slope = error;
      if (limit > 0) {
        double old = round.values[round.rows[step]];
        double clipped = old + Math.max(-limit, Math.min(limit, values[i] - old)) - worth;
        if (clipped * clipped > error * error) {
          error = clipped;
          slope = 0; // beyond the limit the loss no longer depends on the value
        }
      }
      errors[i] = (float) (slope / size);
      loss += 0.5 * error * error / size;
    }
    kernel.backward(size);
    double norm = kernel.gradientNorm();
    sums.update("value", loss, norm);
    adam.step(Adam.clip(norm, settings.maxGradientNorm()), rateFactor);
  }

  /** Whether every parameter is a finite number. */
  boolean isFinite() {
    return kernel.isFinite();
  }

  void save(DataOutput out) throws IOException {
    FloatArrays.write(out, kernel.parameters());
    adam.save(out);
    byte[] state = minibatches.random().save();
    out.writeInt(state.length);
    out.write(state);
  }

  void restore(DataInput in) throws IOException {
    float[] parameters = kernel.parameters();
    FloatArrays.read(in, parameters);
    kernel.setParameters(parameters);
    adam.restore(in);
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    minibatches.random().restore(state);
  }
}
