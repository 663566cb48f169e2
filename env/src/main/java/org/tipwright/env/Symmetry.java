package org.tipwright.env;

import java.util.Arrays;

/**
 * A map of observations and discrete actions under which a task is, over all its episodes, the
 * same: what was learnt of one may be learnt of the other too. Component i of the mapped
 * observation is {@code sign[i] · observation[source[i]]}; action a becomes {@code action[a]}.
 *
 * @param source for each component, the component it is taken from
 * @param sign for each component, +1 or −1
 * @param action for each action, the action it becomes
 */
public record Symmetry(int[] source, float[] sign, int[] action) {

  public Symmetry {
    checkPermutation(source, "source");
    checkPermutation(action, "action");
    if (sign.length != source.length) {
      throw new IllegalArgumentException(
          "a symmetry of " + source.length + " components has " + sign.length + " signs");
    }
  }

  /** Maps the row at {@code offset} in place, with {@code scratch} of at least its size. */
  public void apply(float[] observations, int offset, float[] scratch) {
    System.arraycopy(observations, offset, scratch, 0, source.length);
    for (int i = 0; i < source.length; i++) {
      observations[offset + i] = sign[i] * scratch[source[i]];
    }
  }

  private static void checkPermutation(int[] map, String what) {
    int[] sorted = map.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] != i) {
        throw new IllegalArgumentException(what + " of a symmetry is not a permutation");
      }
    }
  }
}
