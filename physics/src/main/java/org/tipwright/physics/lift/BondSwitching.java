package org.tipwright.physics.lift;

/**
 * What current and bias do to one tip's bond to a molecule. Nobody has measured these rates for a
 * lifted molecule: they are drawn per tip, modelling choices.
 *
 * @param switchingPerNanocoulomb how often per nA·s the contact switches between its two
 *     conductances
 * @param releasePerVoltSecond how often per V·s a molecule that lies in its site again lets go of
 *     the tip
 */
public record BondSwitching(double switchingPerNanocoulomb, double releasePerVoltSecond) {

  public BondSwitching {
    if (!(switchingPerNanocoulomb >= 0) || !(releasePerVoltSecond >= 0)) {
      throw new IllegalArgumentException(
          "bond switching: "
              + switchingPerNanocoulomb
              + " per nA·s, release: "
              + releasePerVoltSecond
              + " per V·s; neither may be negative");
    }
  }

  /** Probability of an odd number of switches, so that the contact ends in its other state. */
  public double switchProbability(double nanoampere, double seconds) {
    double mean = switchingPerNanocoulomb * Math.abs(nanoampere) * seconds;
    return -0.5 * StrictMath.expm1(-2 * mean);
  }

  /** Probability that the molecule lets go. */
  public double releaseProbability(double volt, double seconds) {
    return -StrictMath.expm1(-releasePerVoltSecond * Math.abs(volt) * seconds);
  }
}
