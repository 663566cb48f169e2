package org.tipwright.agents.policy;

import org.tipwright.env.random.RandomStream;

/** Picks a choice from the values of all of them. */
public final class ActionChoice {

  private ActionChoice() {}

  /** The choice of the highest value; the first of equals. */
  public static int best(float[] q, int offset, int choices) {
    int best = 0;
    for (int a = 1; a < choices; a++) {
      if (q[offset + a] > q[offset + best]) {
        best = a;
      }
    }
    return best;
  }

  /**
   * A choice that explores: uniform with probability {@code epsilon}, else with probability
   * proportional to {@code exp(Q/T)}, or the best if T is 0. Advantages would give the same, since
   * they differ from Q by what all choices share. Always draws two numbers, so that the stream
   * stays in step whatever the values are.
   */
  public static int explore(
      float[] q, int offset, int choices, double temperature, double epsilon, RandomStream random) {
    double whether = random.nextDouble();
    double which = random.nextDouble();
    if (whether < epsilon) {
      return (int) (which * choices);
    }
    int best = best(q, offset, choices);
    if (temperature == 0) {
      return best;
    }
    double top = q[offset + best];
    double total = 0;
    for (int a = 0; a < choices; a++) {
      total += StrictMath.exp((q[offset + a] - top) / temperature);
    }
    double left = which * total;
    for (int a = 0; a < choices; a++) {
      left -= StrictMath.exp((q[offset + a] - top) / temperature);
      if (left < 0) {
        return a;
      }
    }
    return best;
  }
}
