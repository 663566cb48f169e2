package org.tipwright.physics.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LatticeSitesTest {

  private final LatticeSites sites = new LatticeSites(2.889);
  private final double[] bridgeX = new double[16];
  private final double[] bridgeY = new double[16];

  @Property
  void everySiteIsNearestToItself(
      @ForAll AdsorptionSite site,
      @ForAll @IntRange(min = -20, max = 20) int i,
      @ForAll @IntRange(min = -20, max = 20) int j) {
    double x = sites.siteX(site, i, j) + 0.02;
    double y = sites.siteY(site, i, j) - 0.01;
    assertThat(sites.nearest(x, y)).isEqualTo(site);
    assertThat(sites.distanceTo(site, x, y)).isCloseTo(StrictMath.sqrt(5e-4), within(1e-9));
  }

  @Test
  void aHollowHasThreeBridgesAndATopSiteSix() {
    assertThat(bridgesAround(AdsorptionSite.FCC, 0.62)).isEqualTo(3);
    assertThat(bridgesAround(AdsorptionSite.HCP, 0.62)).isEqualTo(3);
    assertThat(bridgesAround(AdsorptionSite.TOP, 0.7)).isEqualTo(6);
  }

  @Test
  void allBridgesFoundAreBridges() {
    int count = sites.bridgesAround(3.3, -7.7, 0.7 * 2.889, bridgeX, bridgeY);
    assertThat(count).isPositive();
    for (int b = 0; b < count; b++) {
      assertThat(sites.distanceTo(AdsorptionSite.BRIDGE, bridgeX[b], bridgeY[b])).isLessThan(1e-9);
    }
  }

  private int bridgesAround(AdsorptionSite site, double periods) {
    return sites.bridgesAround(
        sites.siteX(site, -3, 4), sites.siteY(site, -3, 4), periods * 2.889, bridgeX, bridgeY);
  }
}
