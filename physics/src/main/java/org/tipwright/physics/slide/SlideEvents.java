package org.tipwright.physics.slide;

import java.util.Arrays;

/** The jumps of one call, in order of time. Kept in flat arrays: noting one allocates nothing. */
public final class SlideEvents {

  private static final int NUMBERS = 7;
  private static final SlideEvent.Kind[] KINDS = SlideEvent.Kind.values();

  private int[] kindAndAdsorbate = new int[2 * 256];
  private double[] numbers = new double[NUMBERS * 256];
  private int count;

  /** How many there are. */
  public int count() {
    return count;
  }

  /** The event at an index, from 0. */
  public SlideEvent get(int index) {
    checkIndex(index);
    int n = NUMBERS * index;
    return new SlideEvent(
        kind(index),
        adsorbate(index),
        numbers[n],
        numbers[n + 1],
        numbers[n + 2],
        numbers[n + 3],
        numbers[n + 4],
        numbers[n + 5],
        numbers[n + 6]);
  }

  /** Kind of the event at an index, without building the event. */
  public SlideEvent.Kind kind(int index) {
    checkIndex(index);
    return KINDS[kindAndAdsorbate[2 * index]];
  }

  /** Adsorbate of the event at an index, without building the event. */
  public int adsorbate(int index) {
    checkIndex(index);
    return kindAndAdsorbate[2 * index + 1];
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("event " + index + " of " + count);
    }
  }

  /** Forgets all. */
  public void clear() {
    count = 0;
  }

  /** Notes a jump; the numbers are those of {@link SlideEvent}. */
  public void add(
      SlideEvent.Kind kind,
      int adsorbate,
      double clockSeconds,
      double fromX,
      double fromY,
      double toX,
      double toY,
      double barrierEv,
      double releasedEv) {
    if (NUMBERS * (count + 1) > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
      kindAndAdsorbate = Arrays.copyOf(kindAndAdsorbate, 2 * kindAndAdsorbate.length);
    }
    kindAndAdsorbate[2 * count] = kind.ordinal();
    kindAndAdsorbate[2 * count + 1] = adsorbate;
    int n = NUMBERS * count;
    numbers[n] = clockSeconds;
    numbers[n + 1] = fromX;
    numbers[n + 2] = fromY;
    numbers[n + 3] = toX;
    numbers[n + 4] = toY;
    numbers[n + 5] = barrierEv;
    numbers[n + 6] = releasedEv;
    count++;
  }
}
