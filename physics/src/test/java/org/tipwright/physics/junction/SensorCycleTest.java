package org.tipwright.physics.junction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.forcefield.MorseBond;

class SensorCycleTest {

  private final QPlusSensor sensor = QPlusSensor.common();

  private static double[] forces(SensorCycle cycle, DoubleUnaryOperator force) {
    double[] forces = new double[cycle.points()];
    for (int i = 0; i < forces.length; i++) {
      forces[i] = force.applyAsDouble(cycle.offsetAngstrom(i));
    }
    return forces;
  }

  /** A force of −k_ts·z, with 3 N/m = 0.3 nN/Å, on a background that does not matter. */
  @Test
  void aHarmonicForceShiftsByTheGradientWhateverTheAmplitude() {
    for (double amplitude : new double[] {0.1, 0.5, 5}) {
      SensorCycle cycle = new SensorCycle(sensor, amplitude, 4);
      assertThat(cycle.frequencyShiftHertz(forces(cycle, z -> -1.7 - 0.3 * z)))
          .isCloseTo(sensor.frequencyShiftHertz(3), within(1e-9));
    }
  }

  /**
   * F = e^{−λz}: the cycle's average is −(f₀/kA)·(−I₁(λA)), with the Bessel function by its series.
   */
  @Test
  void anExponentialForceGivesTheBesselFunction() {
    double lambda = 3;
    double amplitude = 0.5;
    SensorCycle cycle = new SensorCycle(sensor, amplitude, 8);
    double x = lambda * amplitude / 2;
    double bessel = 0;
    double term = x;
    for (int m = 1; m < 20; m++) {
      bessel += term;
      term *= x * x / (m * (m + 1));
    }
    assertThat(cycle.frequencyShiftHertz(forces(cycle, z -> StrictMath.exp(-lambda * z))))
        .isCloseTo(10 * 30_000 / (1_800 * amplitude) * bessel, within(1e-6));
  }

  /** The small-amplitude limit is the sensor's own formula, with the slope of a Morse bond. */
  @Test
  void aSmallSwingSeesTheSlope() {
    MorseBond bond = new MorseBond(1.0, 1.5, 2.25);
    double at = 2.6;
    double step = 1e-4;
    DoubleUnaryOperator upward =
        offset ->
            -1.602176634
                * (bond.energyEv(at + offset + step) - bond.energyEv(at + offset - step))
                / (2 * step);
    double slope = (upward.applyAsDouble(step) - upward.applyAsDouble(-step)) / (2 * step);
    SensorCycle cycle = new SensorCycle(sensor, 0.01, 6);
    double expected = sensor.frequencyShiftHertz(-10 * slope);
    assertThat(cycle.frequencyShiftHertz(forces(cycle, upward)))
        .isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  @Test
  void forcesThatDifferDissipateTheAreaBetweenThem() {
    SensorCycle cycle = new SensorCycle(sensor, 0.3, 6);
    double[] approach = forces(cycle, z -> 0.2 - z);
    double[] retract = forces(cycle, z -> -z - 0.5 * z * z);
    double area = 0.2 * 0.6 + 0.5 * 2 * 0.3 * 0.3 * 0.3 / 3;
    assertThat(cycle.dissipationEv(approach, retract)).isCloseTo(area / 1.602176634, within(1e-12));
  }

  @Test
  void aConservativeForceDissipatesNothing() {
    SensorCycle cycle = new SensorCycle(sensor, 0.3, 7);
    double[] forces = forces(cycle, StrictMath::exp);
    assertThat(cycle.dissipationEv(forces, forces)).isZero();
  }

  /** Mean of an exponential current over the swing: the Bessel function I₀(2κA). */
  @Test
  void theMeanCurrentIsAboveTheCurrentAtTheMeanHeight() {
    SensorCycle cycle = new SensorCycle(sensor, 0.5, 8);
    double x = TunnellingGap.silver().decayPerAngstrom() * 0.5 / 2;
    double bessel = 1 + x * x * (1 + x * x / 4 * (1 + x * x / 9 * (1 + x * x / 16)));
    double mean = cycle.timeMean(forces(cycle, z -> StrictMath.exp(-2 * x / 0.5 * z)));
    assertThat(mean).isCloseTo(bessel, within(1e-5));
  }
}
