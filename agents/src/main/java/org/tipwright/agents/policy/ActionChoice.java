package org.tipwright.agents.policy;

import org.tipwright.env.ActionMask;
import org.tipwright.env.random.RandomStream;

/** Picks a choice from the values of all of them; a forbidden one has the value −∞. */
public final class ActionChoice {

  private ActionChoice() {}

  /**
   * Gives forbidden choices the value −∞.
   *
   * @param observations rows of {@code size} numbers, as many as {@code q} has rows of choices
   */
  public static void forbid(
      ActionMask mask, float[] observations, int size, float[] q, int choices) {
    for (int row = 0; row < q.length / choices; row++) {
      for (int a = 0; a < choices; a++) {
        if (!mask.allows(observations, row * size, a)) {
          q[row * choices + a] = Float.NEGATIVE_INFINITY;
        }
      }
    }
  }

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
      return uniform(q, offset, choices, which);
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

  /** The allowed choice in which a share of them falls. */
  private static int uniform(float[] q, int offset, int choices, double share) {
    int allowed = 0;
    for (int a = 0; a < choices; a++) {
      allowed += q[offset + a] == Float.NEGATIVE_INFINITY ? 0 : 1;
    }
    int nth = (int) (share * allowed);
    for (int a = 0; a < choices; a++) {
      if (q[offset + a] != Float.NEGATIVE_INFINITY && nth-- == 0) {
        return a;
      }
    }
    throw new IllegalArgumentException("every action is forbidden here");
  }
}
