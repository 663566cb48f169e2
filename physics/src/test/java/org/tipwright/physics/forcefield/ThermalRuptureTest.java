package org.tipwright.physics.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ThermalRuptureTest {

  private static final double ATTEMPT_HERTZ = 1e13;
  private static final double SECOND = 1;

  /** The barrier as the tilted Morse energy itself has it, found by bisecting its slope. */
  @Property(tries = 100)
  void aPulledBondKeepsTheBarrierOfItsTiltedEnergy(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    MorseBond bond = new MorseBond(0.8, 1.4, 2.2);
    double force = share * 0.5 * 0.8 * 1.4;
    double steepest = 2.2 + StrictMath.log(2) / 1.4;
    double minimum = balance(bond, force, 2.2, steepest);
    double maximum = balance(bond, force, 20, steepest);
    double barrier = bond.energyEv(maximum) - bond.energyEv(minimum) - force * (maximum - minimum);
    assertThat(TiltedBarrier.morseEv(0.8, share)).isCloseTo(barrier, within(1e-9));
  }

  private static double balance(MorseBond bond, double force, double weak, double strong) {
    for (int i = 0; i < 80; i++) {
      double middle = 0.5 * (weak + strong);
      if (bond.slopeEvPerAngstrom(middle) < force) {
        weak = middle;
      } else {
        strong = middle;
      }
    }
    return 0.5 * (weak + strong);
  }

  @Property(tries = 100)
  void aTiltedSinusoidKeepsTheBarrierOfItsEnergy(
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    double wave = 2 * StrictMath.PI / 2.556;
    double force = share * StrictMath.PI * 0.098 / 2.556;
    double minimum = StrictMath.asin(share) / wave;
    double maximum = (StrictMath.PI - StrictMath.asin(share)) / wave;
    double barrier =
        0.5 * 0.098 * (StrictMath.cos(wave * minimum) - StrictMath.cos(wave * maximum))
            - force * (maximum - minimum);
    assertThat(TiltedBarrier.sinusoidEv(0.098, share)).isCloseTo(barrier, within(1e-12));
  }

  @Test
  void withoutAForceTheWholeBarrierStandsAndAtTheLargestNone() {
    assertThat(TiltedBarrier.morseEv(1.2, 0)).isEqualTo(1.2);
    assertThat(TiltedBarrier.morseEv(1.2, 1e-12)).isCloseTo(1.2, within(1e-9));
    assertThat(TiltedBarrier.morseEv(1.2, -0.5)).isEqualTo(1.2);
    assertThat(TiltedBarrier.morseEv(1.2, 1)).isZero();
    assertThat(TiltedBarrier.sinusoidEv(0.1, 0)).isEqualTo(0.1);
    assertThat(TiltedBarrier.sinusoidEv(0.1, 2)).isZero();
  }

  /** Fact sheet, section 4: a bond of 1 eV loaded for a second breaks at 0.93 of its strength. */
  @Test
  void atFiveKelvinABondBreaksJustBelowItsStrength() {
    assertThat(shareOfLikelyRupture(5)).isCloseTo(0.93, within(0.005));
  }

  /** Fact sheet, section 4: about 0.59 with liquid nitrogen. */
  @Test
  void atSeventySevenKelvinABondBreaksFarBelowItsStrength() {
    assertThat(shareOfLikelyRupture(77)).isCloseTo(0.59, within(0.02));
  }

  private static double shareOfLikelyRupture(double kelvin) {
    ThermalHops hops = new ThermalHops(ATTEMPT_HERTZ, kelvin);
    double share = 0;
    while (hops.probability(TiltedBarrier.morseEv(1, share), SECOND) < 0.5) {
      share += 1e-4;
    }
    return share;
  }

  @Test
  void ruptureBecomesCertainAsThePullNearsTheBondStrength() {
    ThermalHops hops = new ThermalHops(ATTEMPT_HERTZ, 5);
    assertThat(hops.probability(TiltedBarrier.morseEv(1, 0.8), SECOND)).isLessThan(1e-20);
    assertThat(hops.probability(TiltedBarrier.morseEv(1, 0.97), SECOND)).isEqualTo(1);
  }

  @Test
  void atTemperatureZeroNothingHops() {
    assertThat(new ThermalHops(ATTEMPT_HERTZ, 0).probability(0, SECOND)).isZero();
    assertThat(new ThermalHops(ATTEMPT_HERTZ, 0).probability(0.01, 1e9)).isZero();
  }

  /** k = ν·e^{−ΔE/kT}: 37 meV at 20 K and 1 THz give 475 hops a second (fact sheet, section 7). */
  @Test
  void theRateIsThatOfArrhenius() {
    assertThat(new ThermalHops(1e12, 20).rateHertz(0.037)).isCloseTo(475, within(2.0));
  }

  @Test
  void anAttemptFrequencyOrTemperatureThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new ThermalHops(0, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThermalHops(1e13, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThermalHops(1e13, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
