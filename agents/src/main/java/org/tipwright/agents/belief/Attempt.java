package org.tipwright.agents.belief;

/**
 * One attempt: where the tip was after each step, and how it ended.
 *
 * @param x lateral positions in Å, the first at contact
 * @param y lateral positions in Å, as many
 * @param ruptured whether the last position broke the bond; every other one is known to be safe
 */
public record Attempt(double[] x, double[] y, boolean ruptured) {

  public Attempt {
    if (x.length < 2 || x.length != y.length) {
      throw new IllegalArgumentException(
          "an attempt needs as many x as y, two or more, not " + x.length + " and " + y.length);
    }
    x = x.clone();
    y = y.clone();
  }

  /** Index of the last position, which is the number of steps. */
  public int steps() {
    return x.length - 1;
  }

  /** Index of the last position known to be safe. */
  int lastSafe() {
    return ruptured ? steps() - 1 : steps();
  }
}
