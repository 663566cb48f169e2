package org.tipwright.agents.ppo;

import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.network.ObservationScale;

/**
 * What is learnt from in one call: each step with what was seen before it, done, and made of it.
 * The value network's thread writes {@code values} and {@code advantages}, then both only read.
 */
final class PlayedRound {

  final int steps;
  final int inputSize;
  final int actionSize;

  /** Scaled observations, the last ones of the episodes too: {@code Σ (length + 1)} rows. */
  final float[] inputs;

  /** Row of {@link #inputs} that each step began from. */
  final int[] rows;

  /** As chosen, in the policy's units. */
  final float[] actions;

  /** Value of each row of {@link #inputs} before this round was learnt from. */
  final float[] values;

  final float[] advantages;

  PlayedRound(EpisodeBatch batch, ObservationScale scale) {
    this.steps = batch.steps();
    this.inputSize = batch.observationSize();
    this.actionSize = batch.actionSize();
    this.inputs = new float[batch.observations().length];
    scale.apply(batch.observations(), inputs);
    this.rows = new int[steps];
    this.actions = batch.actions();
    this.values = new float[steps + batch.count()];
    this.advantages = new float[steps];
    int step = 0;
    for (int e = 0; e < batch.count(); e++) {
      for (int t = 0; t < batch.lengths()[e]; t++, step++) {
        rows[step] = step + e;
      }
    }
  }

  /** What a step is worth: its advantage and the value it is counted from. */
  float worth(int step) {
    return advantages[step] + values[rows[step]];
  }

  /** Copies the inputs of the steps {@code order[from … to)}. */
  void gather(int[] order, int from, int to, float[] into) {
    for (int i = from; i < to; i++) {
      System.arraycopy(inputs, rows[order[i]] * inputSize, into, (i - from) * inputSize, inputSize);
    }
  }
}
