package org.tipwright.tests.architecture.wronghouse.env;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Draws from sources that nobody can seed or save. */
public final class UnseededTask {

  private UnseededTask() {}

  public static double draw() {
    return Math.random();
  }

  static int draw(int bound) {
    return new Random(7).nextInt(bound);
  }

  static int drawHere(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  static RandomGenerator source() {
    return RandomGenerator.getDefault();
  }

  static void shuffle(List<Integer> sites) {
    Collections.shuffle(sites);
  }
}
