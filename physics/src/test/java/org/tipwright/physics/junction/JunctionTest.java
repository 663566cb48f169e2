package org.tipwright.physics.junction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JunctionTest {

  private final MolecularJunction junction = MolecularJunction.ptcdaOnSilver();

  /** WKB: at 4.5 eV the current falls 8.8 times per Å. */
  @Test
  void vacuumCurrentFallsByTheWorkFunction() {
    assertThat(junction.rupturedNanosiemens(3) / junction.rupturedNanosiemens(4))
        .isCloseTo(8.8, within(0.09));
  }

  @Test
  void conductanceSaturatesAtTheQuantum() {
    assertThat(junction.rupturedNanosiemens(-20)).isCloseTo(77_481, within(1.0));
  }

  @Test
  void aRuptureShowsAsAFallToTheVacuumCurve() {
    assertThat(junction.bondedNanosiemens(3, 0.2))
        .isGreaterThan(10 * junction.rupturedNanosiemens(3));
  }

  @Test
  void aStretchedBondConductsLess() {
    assertThat(junction.bondedNanosiemens(3, 0.3)).isLessThan(junction.bondedNanosiemens(3, 0.1));
  }

  /** Where the vacuum adds nothing and nothing saturates, half a decade less is half a decade. */
  @Test
  void aWeakenedMoleculeConductsThatManyDecadesLess() {
    assertThat(
            StrictMath.log10(
                junction.bondedNanosiemens(8, 0)
                    / junction.weakenedBy(0.5).bondedNanosiemens(8, 0)))
        .isCloseTo(0.5, within(1e-4));
  }

  /** 30 kHz, 1800 N/m: 8.3 Hz per N/m. */
  @Test
  void theCommonSensorShiftsByEightHertzPerNewtonPerMetre() {
    assertThat(QPlusSensor.common().frequencyShiftHertz(1)).isCloseTo(8.33, within(0.01));
  }
}
