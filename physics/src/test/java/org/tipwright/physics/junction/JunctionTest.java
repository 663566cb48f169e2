package org.tipwright.physics.junction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JunctionTest {

  private final JunctionConductance junction = JunctionConductance.ptcdaOnSilver();

  /** WKB: at 4.5 eV the current falls 8.8 times per Å. */
  @Test
  void vacuumCurrentFallsByTheWorkFunction() {
    double decades = junction.vacuumLogNanosiemens(3) - junction.vacuumLogNanosiemens(4);
    assertThat(StrictMath.pow(10, decades)).isCloseTo(8.8, within(0.09));
  }

  @Test
  void conductanceSaturatesAtTheQuantum() {
    assertThat(StrictMath.pow(10, junction.vacuumLogNanosiemens(-6)))
        .isCloseTo(77_481, within(1.0));
  }

  @Test
  void aRuptureShowsAsAFallToTheVacuumCurve() {
    assertThat(junction.bondedLogNanosiemens(3, 0.2))
        .isGreaterThan(junction.vacuumLogNanosiemens(3) + 1);
  }

  @Test
  void aStretchedBondConductsLess() {
    assertThat(junction.bondedLogNanosiemens(3, 0.3))
        .isLessThan(junction.bondedLogNanosiemens(3, 0.1));
  }

  /** 30 kHz, 1800 N/m: 8.3 Hz per N/m. */
  @Test
  void theCommonSensorShiftsByEightHertzPerNewtonPerMetre() {
    assertThat(QPlusSensor.common().frequencyShiftHertz(1)).isCloseTo(8.33, within(0.01));
  }
}
