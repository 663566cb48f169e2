package org.tipwright.runs.validation;

import java.util.random.RandomGenerator;

/**
 * How strong the bonds of tips are: normally distributed, 1.25 ± 0.12 nN. A modelling choice, for
 * no measurement is known; with it the published path survives and others do not.
 */
final class TipDraw {

  private static final double MEAN_NANONEWTON = 1.25;
  private static final double DEVIATION_NANONEWTON = 0.12;

  private TipDraw() {}

  static double strengthNanonewton(RandomGenerator random) {
    return MEAN_NANONEWTON + DEVIATION_NANONEWTON * random.nextGaussian();
  }
}
