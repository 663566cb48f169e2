package org.tipwright.physics.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lattice.AdsorptionSite;
import org.tipwright.physics.lattice.LatticeSites;
import org.tipwright.physics.slide.SlideScene.Pose;

class LatticeSlideTest {

  private static final double ALONG_ROW = 0;
  private static final double SPEED = 10;
  private static final double TRACE_STEP = 0.02;

  private final SlidingAdsorbate silver = SlidingAdsorbate.silverOnSilver();
  private final SlidingAdsorbate carbonMonoxide = SlidingAdsorbate.carbonMonoxideOnCopper();
  private final LatticeSites silverSites =
      new LatticeSites(silver.surface().nearestNeighbourAngstrom());

  @Test
  void silverFollowsTheTipAt175KiloohmAndStaysAtOneMegaohm() throws NotConverged {
    assertThat(dragSilver(175e3, ALONG_ROW, 20).mode()).isEqualTo(DragMode.PULLING);
    assertThat(dragSilver(1e6, ALONG_ROW, 20).mode()).isEqualTo(DragMode.LEFT_BEHIND);
  }

  @Test
  void pullingIsASawtoothThatFallsAwaySlowlyAndRisesAtEachHop() throws NotConverged {
    DragTrace trace = dragSilver(175e3, ALONG_ROW, 30);
    // Each hop brings the atom nearer at once: what the current shows as an abrupt rise.
    assertThat(largestChange(trace, 1)).isLessThan(TRACE_STEP);
    assertThat(largestChange(trace, -1)).isGreaterThan(4 * TRACE_STEP);
  }

  @Test
  void silverHopsOncePerHollowWhenPulledAlongARow() throws NotConverged {
    DragTrace trace = dragSilver(175e3, ALONG_ROW, 10 * silverSites.periodAngstrom());
    assertThat(trace.events()).hasSizeBetween(18, 22);
    double hollowDistance = silver.surface().hollowDistanceAngstrom();
    assertThat(trace.events())
        .allSatisfy(
            event -> assertThat(event.lengthAngstrom()).isBetween(0.4, 1.1 * hollowDistance));
  }

  @Test
  void aWideTipPushesWithTheSawtoothReversed() throws NotConverged {
    double period = carbonMonoxide.surface().nearestNeighbourAngstrom();
    DragTrace trace =
        drag(
            new LatticeSlide(
                carbonMonoxide.withTip(SlidingAdsorbate.WIDE_TIP), SlideConditions.at(0)),
            0,
            0,
            -4.5,
            2.5,
            ALONG_ROW,
            8 * period);
    assertThat(trace.mode()).isEqualTo(DragMode.PUSHING);
    assertThat(largestChange(trace, 1)).isGreaterThan(4 * TRACE_STEP);
    assertThat(largestChange(trace, -1)).isLessThan(TRACE_STEP);
  }

  @Test
  void loweringTheTipTurnsPullingIntoSliding() throws NotConverged {
    double[] heights = {2.6, 1.8};
    DragMode[] modes = new DragMode[2];
    for (int i = 0; i < 2; i++) {
      LatticeSlide model = new LatticeSlide(carbonMonoxide, SlideConditions.at(0));
      modes[i] = drag(model, 0, 0, -2.5, heights[i], ALONG_ROW, 20).mode();
    }
    assertThat(modes).containsExactly(DragMode.PULLING, DragMode.SLIDING);
  }

  /** Sheet, section 7 (iii): hollow, hollow, top in a straight line stalls after one hop. */
  @Test
  void pullingStraightTowardsATopSiteStallsAfterOneHop() throws NotConverged {
    // From the fcc hollow over the bridge is the hcp hollow, and right behind it an atom.
    DragTrace trace = dragSilver(175e3, StrictMath.toRadians(30), 12);
    DragTrace.Point end = trace.points().get(trace.points().size() - 1);
    assertThat(trace.mode()).isEqualTo(DragMode.LEFT_BEHIND);
    assertThat(trace.events()).hasSize(1);
    assertThat(end.adsorbateXAngstrom())
        .isCloseTo(silverSites.siteX(AdsorptionSite.HCP, 0, 0), within(1e-2));
    assertThat(end.adsorbateYAngstrom())
        .isCloseTo(silverSites.siteY(AdsorptionSite.HCP, 0, 0), within(1e-2));
  }

  @Test
  void anAtomLaidOffASiteRollsIntoIt() throws NotConverged {
    LatticeSlide model = new LatticeSlide(silver, SlideConditions.at(5));
    double x = silverSites.siteX(AdsorptionSite.HCP, 1, 1);
    double y = silverSites.siteY(AdsorptionSite.HCP, 1, 1);
    model.place(new SlideScene(List.of(Pose.at(x + 0.3, y - 0.2)), x, y, 30), stream(1));
    assertThat(model.xAngstrom(0)).isCloseTo(x, within(1e-5));
    assertThat(model.yAngstrom(0)).isCloseTo(y, within(1e-5));
  }

  @Test
  void twoSilverAtomsHoldTogether() throws NotConverged {
    LatticeSlide model = new LatticeSlide(silver, SlideConditions.at(0));
    double x = silverSites.siteX(AdsorptionSite.FCC, 0, 0);
    double y = silverSites.siteY(AdsorptionSite.FCC, 0, 0);
    Pose one = Pose.at(x, y);
    Pose near = Pose.at(x + silverSites.periodAngstrom(), y);
    Pose far = Pose.at(x + 10 * silverSites.periodAngstrom(), y);
    model.place(new SlideScene(List.of(one, far), x, y, 30), stream(1));
    double apart = model.energyEv();
    model.place(new SlideScene(List.of(one, near), x, y, 30), stream(1));
    assertThat(model.energyEv() - apart).isCloseTo(-0.15, within(0.01));
  }

  @Test
  void electronsMakeAnAtomHopWhereHeatDoesNot() throws NotConverged {
    SlideConditions driven = new SlideConditions(1, 0.01, 1e-3, 2);
    LatticeSlide model = new LatticeSlide(silver, driven);
    double x = silverSites.siteX(AdsorptionSite.FCC, 0, 0);
    double y = silverSites.siteY(AdsorptionSite.FCC, 0, 0);
    model.place(
        new SlideScene(List.of(Pose.at(x, y)), x, y, silver.junction().heightAngstrom(1e6)),
        stream(4));
    model.dwell(1000);
    assertThat(model.events().count()).isPositive();
    assertThat(model.events().kind(0)).isEqualTo(SlideEvent.Kind.ELECTRON_HOP);
  }

  @Test
  void aTipMovedWithNothingPlacedIsRefused() {
    LatticeSlide model = new LatticeSlide(silver, SlideConditions.at(5));
    assertThatThrownBy(() -> model.moveTip(0, 0, 3, SPEED))
        .isInstanceOf(IllegalStateException.class);
  }

  private DragTrace dragSilver(double resistanceOhm, double azimuth, double length)
      throws NotConverged {
    return drag(
        new LatticeSlide(silver, SlideConditions.at(5)),
        silverSites.siteX(AdsorptionSite.FCC, 0, 0),
        silverSites.siteY(AdsorptionSite.FCC, 0, 0),
        0,
        silver.junction().heightAngstrom(resistanceOhm),
        azimuth,
        length);
  }

  private static DragTrace drag(
      LatticeSlide model,
      double x,
      double y,
      double tipAhead,
      double height,
      double azimuth,
      double length)
      throws NotConverged {
    SlideScene scene = new SlideScene(List.of(Pose.at(x, y)), x + tipAhead, y, height);
    return new DragLine(azimuth, length, TRACE_STEP, SPEED).run(model, scene, 0, stream(11));
  }

  /** Largest change of the tip's distance, in one direction, between two points of a trace. */
  private static double largestChange(DragTrace trace, int sign) {
    double largest = 0;
    for (int i = 1; i < trace.points().size(); i++) {
      double change =
          trace.points().get(i).tipDistanceAngstrom()
              - trace.points().get(i - 1).tipDistanceAngstrom();
      largest = Math.max(largest, sign * change);
    }
    return largest;
  }

  private static SplittableRandom stream(long seed) {
    return new SplittableRandom(seed);
  }
}
