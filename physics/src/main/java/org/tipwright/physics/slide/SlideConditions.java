package org.tipwright.physics.slide;

/**
 * What makes adsorbates hop. Heat: {@code k = ν e^(−ΔE/kT)}, ν the adsorbate's. Tunnelling
 * electrons: {@code kₑ = A (I/1 nA)ⁿ} for each way out of a minimum; the power law is seen in
 * experiments on lateral motion (Stroscio and Celotta, Science 306 (2004) 242), A and n are inputs.
 *
 * @param temperatureKelvin T; at 0 nothing hops by heat
 * @param biasVolt bias that drives the current
 * @param electronHopsPerSecond A, at 1 nA; 0 switches heating by electrons off
 * @param electronExponent n
 */
public record SlideConditions(
    double temperatureKelvin,
    double biasVolt,
    double electronHopsPerSecond,
    double electronExponent) {

  public SlideConditions {
    if (!(temperatureKelvin >= 0) || !(electronHopsPerSecond >= 0)) {
      throw new IllegalArgumentException(
          "conditions: " + temperatureKelvin + " K, " + electronHopsPerSecond + " hops/s at 1 nA");
    }
  }

  /** At a temperature, with no heating by electrons. */
  public static SlideConditions at(double temperatureKelvin) {
    return new SlideConditions(temperatureKelvin, 0, 0, 1);
  }
}
