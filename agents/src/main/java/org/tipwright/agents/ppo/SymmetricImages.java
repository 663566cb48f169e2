package org.tipwright.agents.ppo;

import java.util.List;
import org.tipwright.env.Symmetry;
import org.tipwright.env.random.RandomStream;

/**
 * Steps of a minibatch as their images under the task's symmetries, drawn anew each time they are
 * gathered. The image of a step has the same worth, and was chosen with the same probability: by
 * the image of the policy that played.
 */
final class SymmetricImages {

  private final List<Symmetry> symmetries;
  private final RandomStream random;
  private final int[] drawn;
  private final float[] observations;
  private final float[] scratch;

  /**
   * Images of at most so many steps at a time.
   *
   * @param symmetries none for the steps as they were
   * @param random draws the images
   */
  SymmetricImages(List<Symmetry> symmetries, int rows, int inputSize, RandomStream random) {
    this.symmetries = List.copyOf(symmetries);
    this.random = random;
    this.drawn = new int[rows];
    this.observations = new float[symmetries.isEmpty() ? 0 : rows * inputSize];
    this.scratch = new float[inputSize];
  }

  /** Writes the inputs of the images of the steps {@code order[from … to)}. */
  void gather(PlayedRound round, int[] order, int from, int to, float[] into) {
    if (symmetries.isEmpty()) {
      round.gather(order, from, to, into);
      return;
    }
    round.gatherObservations(order, from, to, observations);
    for (int i = 0; i < to - from; i++) {
      drawn[i] = random.nextInt(symmetries.size() + 1);
      if (drawn[i] > 0) {
        symmetries.get(drawn[i] - 1).apply(observations, i * round.inputSize, scratch);
      }
    }
    round.scale.apply(observations, into);
  }

  /** Writes what was done in the image of the i-th step gathered; its actions are choices. */
  void action(PlayedRound round, int step, int i, float[] into) {
    int offset = step * round.actionSize;
    if (symmetries.isEmpty() || drawn[i] == 0) {
      System.arraycopy(round.actions, offset, into, 0, round.actionSize);
    } else {
      into[0] = symmetries.get(drawn[i] - 1).action()[(int) round.actions[offset]];
    }
  }
}
