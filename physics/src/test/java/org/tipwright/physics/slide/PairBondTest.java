package org.tipwright.physics.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LateralExpansion;

class PairBondTest {

  private static final double STEP = 1e-5;
  private static final MorseBond BOND = new MorseBond(0.15, 1.0, 2.889);

  @Test
  void slopesAndCurvaturesAreCentralDifferencesWhereThePairFadesToo() {
    for (double dx : new double[] {1.8, 5, 7.9, 8.4, 9, 9.7}) {
      LateralExpansion here = at(dx, 0.6);
      LateralExpansion right = at(dx + STEP, 0.6);
      LateralExpansion left = at(dx - STEP, 0.6);
      LateralExpansion up = at(dx, 0.6 + STEP);
      LateralExpansion down = at(dx, 0.6 - STEP);
      double scale = 1e-3 + here.steepness();
      close(here.slopeX(), right.energyEv() - left.energyEv(), scale);
      close(here.slopeY(), up.energyEv() - down.energyEv(), scale);
      close(here.curvatureXx(), right.slopeX() - left.slopeX(), scale);
      close(here.curvatureXy(), right.slopeY() - left.slopeY(), scale);
      close(here.curvatureYy(), up.slopeY() - down.slopeY(), scale);
    }
  }

  @Test
  void energyForceAndCurvatureAreContinuousWhereFadingStartsAndEnds() {
    for (double edge : new double[] {8, 10}) {
      LateralExpansion inside = at(edge - 1e-9, 0);
      LateralExpansion outside = at(edge + 1e-9, 0);
      assertThat(outside.energyEv()).isCloseTo(inside.energyEv(), within(1e-11));
      assertThat(outside.slopeX()).isCloseTo(inside.slopeX(), within(1e-11));
      assertThat(outside.curvatureXx()).isCloseTo(inside.curvatureXx(), within(1e-9));
    }
  }

  private static void close(double derivative, double difference, double scale) {
    assertThat(derivative).isCloseTo(difference / (2 * STEP), within(1e-6 * scale));
  }

  private static LateralExpansion at(double dx, double dy) {
    LateralExpansion expansion = new LateralExpansion();
    expansion.clear();
    PairBond.add(expansion, BOND, dx, dy);
    return expansion;
  }
}
