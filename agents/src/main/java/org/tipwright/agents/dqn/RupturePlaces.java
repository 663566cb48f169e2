package org.tipwright.agents.dqn;

import java.util.Arrays;

/** Rewards of steps that led to a rupture, by place: a hash table without boxes. */
final class RupturePlaces {

  private static final int SMALLEST = 64;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private long[] places = new long[SMALLEST];
  private float[] rewards = empty(SMALLEST);
  private int count;

  void clear() {
    Arrays.fill(rewards, Float.NaN);
    count = 0;
  }

  void put(long place, float reward) {
    if (Float.isNaN(reward)) {
      throw new IllegalArgumentException("the reward of a rupture is not a number");
    }
    if (2 * (count + 1) > places.length) {
      enlarge();
    }
    int slot = slot(place);
    count += Float.isNaN(rewards[slot]) ? 1 : 0;
    places[slot] = place;
    rewards[slot] = reward;
  }

  /** NaN where no rupture is known. */
  float reward(long place) {
    return rewards[slot(place)];
  }

  boolean contains(long place) {
    return !Float.isNaN(reward(place));
  }

  private int slot(long place) {
    int mask = places.length - 1;
    int slot = (int) (place * SPREAD >>> 32) & mask;
    while (!Float.isNaN(rewards[slot]) && places[slot] != place) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void enlarge() {
    long[] oldPlaces = places;
    float[] oldRewards = rewards;
    places = new long[2 * oldPlaces.length];
    rewards = empty(places.length);
    count = 0;
    for (int i = 0; i < oldPlaces.length; i++) {
      if (!Float.isNaN(oldRewards[i])) {
        put(oldPlaces[i], oldRewards[i]);
      }
    }
  }

  private static float[] empty(int size) {
    float[] rewards = new float[size];
    Arrays.fill(rewards, Float.NaN);
    return rewards;
  }
}
