package org.tipwright.physics.junction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TunnellingGapTest {

  private final TunnellingGap gap = TunnellingGap.silver();

  /** WKB: 2κ = 2.17 per Å at 4.5 eV, a factor of 8.8. */
  @Test
  void farAwayTheCurrentFallsByTheWorkFunction() {
    assertThat(gap.nanosiemens(6) / gap.nanosiemens(7)).isCloseTo(8.79, within(0.01));
  }

  @Test
  void theQuantumIsReachedSmoothlyAndNeverExceeded() {
    double before = TunnellingGap.QUANTUM_NANOSIEMENS;
    for (double z = -8; z < 8; z += 0.01) {
      double here = gap.nanosiemens(z);
      assertThat(here).isLessThan(before).isGreaterThan(before * StrictMath.exp(-0.0218));
      before = here;
    }
    assertThat(gap.nanosiemens(0)).isCloseTo(TunnellingGap.QUANTUM_NANOSIEMENS / 2, within(1e-9));
  }

  @Test
  void theHeightForAConductanceIsTheInverse() {
    for (double z = -3; z < 12; z += 0.7) {
      assertThat(gap.heightAngstrom(gap.nanosiemens(z))).isCloseTo(z, within(1e-9));
    }
  }

  @Test
  void moreThanAQuantumHasNoHeight() {
    assertThatThrownBy(() -> gap.heightAngstrom(80_000)).hasMessageContaining("80000.0 nS");
  }

  @Test
  void theMoleculesChannelAddsToTheVacuumAndIsGoneAtARupture() {
    MolecularJunction junction = MolecularJunction.ptcdaOnSilver();
    double bonded = junction.bondedNanosiemens(3, 0);
    double alone = 0.1 * StrictMath.pow(10, -0.35 * 3) * TunnellingGap.QUANTUM_NANOSIEMENS;
    double ruptured = junction.rupturedNanosiemens(3);
    assertThat(bonded).isCloseTo(alone + ruptured, within(0.01 * bonded));
    assertThat(ruptured).isLessThan(0.01 * bonded);
    assertThat(junction.bondedNanosiemens(-20, 0))
        .isCloseTo(TunnellingGap.QUANTUM_NANOSIEMENS, within(1e-6));
  }
}
