package org.tipwright.physics.forcefield;

/**
 * How often heat carries a bond or an adsorbate over a barrier: {@code k = ν·e^{−ΔE/k_BT}}
 * (Arrhenius; harmonic transition-state theory, Vineyard, J. Phys. Chem. Solids 3 (1957) 121).
 *
 * @param attemptHertz ν, in Hz: 1e12 to 1e13 for a molecule's vibrations
 * @param temperatureKelvin T, in K; 0 switches heat off
 */
public record ThermalHops(double attemptHertz, double temperatureKelvin) {

  public ThermalHops {
    if (!(attemptHertz > 0 && attemptHertz < Double.POSITIVE_INFINITY)
        || !(temperatureKelvin >= 0 && temperatureKelvin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "thermal hops: attempt frequency "
              + attemptHertz
              + " Hz, temperature "
              + temperatureKelvin
              + " K");
    }
  }

  /** Hops per second over a barrier in eV; none at temperature 0, at most ν. */
  public double rateHertz(double barrierEv) {
    if (temperatureKelvin == 0) {
      return 0;
    }
    double exponent = barrierEv / (Units.BOLTZMANN_EV_PER_KELVIN * temperatureKelvin);
    return attemptHertz * StrictMath.exp(-Math.max(0, exponent));
  }

  /** Probability of at least one hop within {@code dwellSeconds}: {@code 1 − e^{−kΔt}}. */
  public double probability(double barrierEv, double dwellSeconds) {
    return -StrictMath.expm1(-rateHertz(barrierEv) * dwellSeconds);
  }
}
