package org.tipwright.physics.lift.molecular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.molecule.Element;

final class NeighbourFieldTest {

  private static final MoleculeOnMetal ON_SILVER =
      MoleculeOnMetal.of(MolecularSettings.ptcda(Substrate.silver()));

  /** Where an atom is in a lift: its energy among the neighbours is below 0.1 eV. */
  @Test
  void theGridErrsByLessThanAFifthOfAMillielectronvoltRms() {
    NeighbourAtoms direct = ON_SILVER.neighbourAtoms(7);
    NeighbourField field = ON_SILVER.neighbours(7);
    Random random = new Random(3);
    double[] slope = new double[9];
    double energySquares = 0;
    double forceSquares = 0;
    int count = 0;
    double h = 1e-4;
    while (count < 3_000) {
      Element element = Element.values()[random.nextInt(3)];
      double x = 24 * random.nextDouble() - 12;
      double y = 20 * random.nextDouble() - 10;
      double z = 2.0 + 9 * random.nextDouble();
      double exact = direct.energyEv(element, x, y, z);
      if (exact > 0.1 || Math.abs(exact) < 1e-3) {
        continue;
      }
      count++;
      double e = field.grid(element).energyEv(x, y, z, slope, false);
      energySquares += (e - exact) * (e - exact);
      double fx =
          (direct.energyEv(element, x + h, y, z) - direct.energyEv(element, x - h, y, z)) / (2 * h);
      double fz =
          (direct.energyEv(element, x, y, z + h) - direct.energyEv(element, x, y, z - h)) / (2 * h);
      forceSquares += Math.pow(fx - slope[0], 2) + Math.pow(fz - slope[2], 2);
    }
    assertThat(Math.sqrt(energySquares / count)).isLessThan(2e-4);
    assertThat(Math.sqrt(forceSquares / (2 * count))).isLessThan(2.5e-3);
  }

  /** The molecule sits on a twofold axis of its layer. */
  @Test
  void theFieldIsTheSameAfterHalfATurn() {
    NeighbourAtoms direct = ON_SILVER.neighbourAtoms(7);
    Random random = new Random(4);
    for (int i = 0; i < 50; i++) {
      double x = 8 * random.nextGaussian();
      double y = 6 * random.nextGaussian();
      double z = 3 + 2 * random.nextDouble();
      double here = direct.energyEv(Element.C, x, y, z);
      double there = direct.energyEv(Element.C, -x, -y, z);
      assertThat(there).isCloseTo(here, org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void groupsOfNeighboursAddUpToAllOfThem() {
    double[] slope = new double[9];
    double sum = 0;
    for (int group : new int[] {1, 2, 4}) {
      sum += ON_SILVER.neighbours(group).grid(Element.O).energyEv(4, 3.5, 3, slope, false);
    }
    assertThat(sum)
        .isCloseTo(
            ON_SILVER.neighbours(7).grid(Element.O).energyEv(4, 3.5, 3, slope, false),
            org.assertj.core.data.Offset.offset(1e-6));
  }

  /** Recalled range 0.5 to 0.75 eV; the hydrogen bond's 0.05 eV is a modelling choice. */
  @Test
  void theLayerTurnsItsMoleculesAsTheSheetSaysAndHoldsTogether() {
    MolecularSettings strong =
        new MolecularSettings(
            ON_SILVER.settings().molecule(),
            Substrate.silver(),
            Stiffness.conjugated(),
            true,
            new HydrogenBond(0.12, 1.5, 2.2),
            1,
            2.25,
            100);
    MoleculeOnMetal tight = MoleculeOnMetal.of(strong);
    assertThat(tight.turnDegrees(0)).isBetween(47.1, 47.3);
    assertThat(tight.turnDegrees(1)).isBetween(133.1, 133.3);
    assertThat(tight.cohesionEv()).isBetween(1.6, 1.75);
    assertThat(ON_SILVER.cohesionEv()).isBetween(0.5, 0.9);
  }
}
