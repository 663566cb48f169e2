package org.tipwright.tests.contract;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.tipwright.physics.lattice.AdsorptionSite;
import org.tipwright.physics.lattice.LatticeSites;
import org.tipwright.physics.slide.LatticeSlide;
import org.tipwright.physics.slide.SlideConditions;
import org.tipwright.physics.slide.SlideModel;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.physics.slide.SlideScene.Pose;
import org.tipwright.physics.slide.SlidingAdsorbate;

class LatticeSlideTest {

  abstract static class OnTheLattice extends SlideModelContract {

    abstract SlidingAdsorbate adsorbate();

    double temperatureKelvin() {
      return 5;
    }

    @Override
    protected SlideModel create() {
      return new LatticeSlide(adsorbate(), SlideConditions.at(temperatureKelvin()));
    }

    @Override
    protected SlideScene scene() {
      LatticeSites sites = new LatticeSites(adsorbate().surface().nearestNeighbourAngstrom());
      AdsorptionSite kind = adsorbate().overHollows() ? AdsorptionSite.FCC : AdsorptionSite.TOP;
      double x = sites.siteX(kind, 0, 0);
      double y = sites.siteY(kind, 0, 0);
      return new SlideScene(
          List.of(
              Pose.at(x, y),
              Pose.at(sites.siteX(kind, 2, 1), sites.siteY(kind, 2, 1)),
              Pose.at(sites.siteX(kind, -3, 0), sites.siteY(kind, -3, 0))),
          x + 0.3,
          y + 0.2,
          adsorbate().junction().heightAngstrom(175e3));
    }

    @Override
    protected double[] heights() {
      double height = scene().tipZAngstrom();
      return new double[] {height - 0.5, height + 2};
    }

    @Override
    protected double energySlackEv() {
      return 2.1e-3;
    }

    @Override
    protected double forceError() {
      return 1e-5;
    }

    @Override
    protected double differenceAngstrom() {
      return 1e-3;
    }
  }

  @Nested
  class SilverOnSilver extends OnTheLattice {
    @Override
    SlidingAdsorbate adsorbate() {
      return SlidingAdsorbate.silverOnSilver();
    }
  }

  @Nested
  class WarmSilverOnSilver extends OnTheLattice {
    @Override
    SlidingAdsorbate adsorbate() {
      return SlidingAdsorbate.silverOnSilver();
    }

    @Override
    double temperatureKelvin() {
      return 30;
    }
  }

  @Nested
  class CarbonMonoxideOnCopper extends OnTheLattice {
    @Override
    SlidingAdsorbate adsorbate() {
      return SlidingAdsorbate.carbonMonoxideOnCopper();
    }
  }

  @Nested
  class CobaltOnCopperWithNoHeat extends OnTheLattice {
    @Override
    SlidingAdsorbate adsorbate() {
      return SlidingAdsorbate.cobaltOnCopper();
    }

    @Override
    double temperatureKelvin() {
      return 0;
    }
  }
}
