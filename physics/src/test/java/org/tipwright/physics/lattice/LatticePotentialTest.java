package org.tipwright.physics.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LatticePotentialTest {

  private static final double PERIOD = 2.889;
  private static final double STEP = 1e-4;

  private final LatticePotential hollows = LatticePotential.overHollows(PERIOD, 0.097, 0.006);
  private final LatticePotential tops = LatticePotential.overTops(2.556, 0.098);
  private final LatticeSites sites = new LatticeSites(PERIOD);

  @Test
  void theBridgeIsABarrierHigherThanTheHollows() {
    double mean =
        (hollows.siteEnergyEv(AdsorptionSite.FCC) + hollows.siteEnergyEv(AdsorptionSite.HCP)) / 2;
    assertThat(hollows.siteEnergyEv(AdsorptionSite.BRIDGE) - mean).isCloseTo(0.097, within(1e-9));
  }

  @Test
  void theHollowsAreSplitAsAsked() {
    assertThat(
            energy(hollows, site(AdsorptionSite.HCP)) - energy(hollows, site(AdsorptionSite.FCC)))
        .isCloseTo(0.006, within(1e-12));
  }

  @Test
  void theBridgeIsABarrierHigherThanTheTops() {
    assertThat(tops.siteEnergyEv(AdsorptionSite.BRIDGE) - tops.siteEnergyEv(AdsorptionSite.TOP))
        .isCloseTo(0.098, within(1e-12));
  }

  @Test
  void bothHollowsAreStable() {
    for (AdsorptionSite hollow : new AdsorptionSite[] {AdsorptionSite.FCC, AdsorptionSite.HCP}) {
      LateralExpansion at = expansion(hollows, site(hollow));
      assertThat(at.steepness()).as("slope at %s", hollow).isLessThan(1e-12);
      assertThat(at.convex()).as("convex at %s", hollow).isTrue();
    }
  }

  @Property
  void theSlopeIsTheCentralDifferenceOfTheEnergy(
      @ForAll @DoubleRange(min = -9, max = 9) double x,
      @ForAll @DoubleRange(min = -9, max = 9) double y) {
    LateralExpansion here = expansion(hollows, x, y);
    double scale = 0.2;
    assertThat(here.slopeX())
        .isCloseTo(
            (energy(hollows, x + STEP, y) - energy(hollows, x - STEP, y)) / (2 * STEP),
            within(1e-6 * scale));
    assertThat(here.slopeY())
        .isCloseTo(
            (energy(hollows, x, y + STEP) - energy(hollows, x, y - STEP)) / (2 * STEP),
            within(1e-6 * scale));
  }

  @Property
  void theCurvatureIsTheCentralDifferenceOfTheSlope(
      @ForAll @DoubleRange(min = -9, max = 9) double x,
      @ForAll @DoubleRange(min = -9, max = 9) double y) {
    LateralExpansion here = expansion(hollows, x, y);
    LateralExpansion right = expansion(hollows, x + STEP, y);
    LateralExpansion left = expansion(hollows, x - STEP, y);
    LateralExpansion up = expansion(hollows, x, y + STEP);
    LateralExpansion down = expansion(hollows, x, y - STEP);
    assertThat(here.curvatureXx())
        .isCloseTo((right.slopeX() - left.slopeX()) / (2 * STEP), within(1e-6));
    assertThat(here.curvatureXy())
        .isCloseTo((right.slopeY() - left.slopeY()) / (2 * STEP), within(1e-6));
    assertThat(here.curvatureYy())
        .isCloseTo((up.slopeY() - down.slopeY()) / (2 * STEP), within(1e-6));
  }

  @Property
  void theSurfaceHasThreefoldAxesAndMirrorsAndTheLatticesPeriod(
      @ForAll @DoubleRange(min = -9, max = 9) double x,
      @ForAll @DoubleRange(min = -9, max = 9) double y) {
    double here = energy(hollows, x, y);
    double cos = -0.5;
    double sin = StrictMath.sqrt(3) / 2;
    assertThat(energy(hollows, cos * x - sin * y, sin * x + cos * y))
        .isCloseTo(here, within(1e-12));
    assertThat(energy(hollows, -x, y)).isCloseTo(here, within(1e-12));
    assertThat(energy(hollows, x + PERIOD, y)).isCloseTo(here, within(1e-12));
    assertThat(energy(hollows, x + PERIOD / 2, y + PERIOD * sin)).isCloseTo(here, within(1e-12));
  }

  @Property
  void topSitesGiveASixfoldSurface(
      @ForAll @DoubleRange(min = -9, max = 9) double x,
      @ForAll @DoubleRange(min = -9, max = 9) double y) {
    double cos = 0.5;
    double sin = StrictMath.sqrt(3) / 2;
    assertThat(energy(tops, cos * x - sin * y, sin * x + cos * y))
        .isCloseTo(energy(tops, x, y), within(1e-12));
  }

  @Test
  void aSplitAsLargeAsTheBarrierIsRefused() {
    assertThatThrownBy(() -> LatticePotential.overHollows(PERIOD, 0.05, 0.05))
        .hasMessageContaining("must be smaller than the barrier");
  }

  private double[] site(AdsorptionSite site) {
    return new double[] {sites.siteX(site, 2, -1), sites.siteY(site, 2, -1)};
  }

  private static double energy(LatticePotential potential, double... at) {
    return expansion(potential, at).energyEv();
  }

  private static LateralExpansion expansion(LatticePotential potential, double... at) {
    LateralExpansion expansion = new LateralExpansion();
    expansion.clear();
    potential.addTo(expansion, at[0], at[1]);
    return expansion;
  }
}
