package org.tipwright.physics.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurfaceStateTest {

  @Test
  void theWaveNumberIsZeroAtTheOnsetAndTheFermiOneAtTheFermiEnergy() {
    SurfaceState silver = SurfaceState.silver();
    assertThat(silver.waveNumberPerAngstrom(0)).isEqualTo(0.08);
    assertThat(silver.waveNumberPerAngstrom(-0.065)).isZero();
    assertThat(silver.waveNumberPerAngstrom(-0.1)).isZero();
    assertThat(silver.waveNumberPerAngstrom(3 * 0.065)).isCloseTo(0.16, within(1e-12));
  }
}
