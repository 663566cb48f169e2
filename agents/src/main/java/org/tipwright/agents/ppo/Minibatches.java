package org.tipwright.agents.ppo;

import org.tipwright.env.random.RandomStream;

/** Deals the steps of a round into minibatches of equal size, to within one step. */
final class Minibatches {

  private final int most;
  private final RandomStream random;
  private int[] order = {};

  /** Minibatches of at most so many steps. */
  Minibatches(int most, RandomStream random) {
    this.most = most;
    this.random = random;
  }

  /** Steps in their first order. */
  void begin(int steps) {
    order = new int[steps];
    for (int i = 0; i < steps; i++) {
      order[i] = i;
    }
  }

  /** Puts the steps into a new random order: Fisher and Yates. */
  void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** How many minibatches there are. */
  int count() {
    return (order.length + most - 1) / most;
  }

  /** Where a minibatch begins in {@link #order}; that of {@link #count} is the end. */
  int start(int minibatch) {
    return (int) ((long) order.length * minibatch / count());
  }

  /** The steps in their present order. */
  int[] order() {
    return order;
  }

  /** The stream that shuffles. */
  RandomStream random() {
    return random;
  }
}
