package org.tipwright.physics.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lattice.LateralExpansion;

class TipPotentialTest {

  private static final double STEP = 1e-5;

  private final List<TipPotential> tips =
      List.of(
          SlidingAdsorbate.COMMON_TIP,
          SlidingAdsorbate.WIDE_TIP,
          new MorseTip(new MorseBond(1.2, 1.2, 2.9)),
          new SpringTip(4.7));

  @Test
  void slopesAndCurvaturesAreCentralDifferencesOfTheEnergy() {
    for (TipPotential tip : tips) {
      for (double height : new double[] {1.5, 2.6, 4}) {
        for (double dx : new double[] {-3, -0.4, 0, 1.1}) {
          differences(tip, dx, 0.7, height);
        }
      }
    }
  }

  private static void differences(TipPotential tip, double dx, double dy, double height) {
    LateralExpansion here = at(tip, dx, dy, height);
    LateralExpansion right = at(tip, dx + STEP, dy, height);
    LateralExpansion left = at(tip, dx - STEP, dy, height);
    LateralExpansion up = at(tip, dx, dy + STEP, height);
    LateralExpansion down = at(tip, dx, dy - STEP, height);
    double scale = 0.1 + here.steepness();
    close(here.slopeX(), right.energyEv() - left.energyEv(), scale);
    close(here.slopeY(), up.energyEv() - down.energyEv(), scale);
    close(here.curvatureXx(), right.slopeX() - left.slopeX(), scale);
    close(here.curvatureXy(), right.slopeY() - left.slopeY(), scale);
    close(here.curvatureYy(), up.slopeY() - down.slopeY(), scale);
    close(
        tip.verticalSlope(dx, dy, height),
        at(tip, dx, dy, height + STEP).energyEv() - at(tip, dx, dy, height - STEP).energyEv(),
        scale);
  }

  private static void close(double derivative, double difference, double scale) {
    assertThat(derivative).isCloseTo(difference / (2 * STEP), within(1e-6 * scale));
  }

  private static LateralExpansion at(TipPotential tip, double dx, double dy, double height) {
    LateralExpansion expansion = new LateralExpansion();
    expansion.clear();
    tip.addTo(expansion, dx, dy, height);
    return expansion;
  }
}
