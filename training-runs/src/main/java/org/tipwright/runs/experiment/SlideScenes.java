package org.tipwright.runs.experiment;

import java.util.List;
import org.tipwright.physics.lattice.AdsorptionSite;
import org.tipwright.physics.lattice.LatticeSites;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.physics.slide.SlidingAdsorbate;

/** The adsorbates that a tip can move, each in its site under the tip. */
public enum SlideScenes {
  CO_ON_COPPER("CO-Cu111", SlidingAdsorbate.carbonMonoxideOnCopper()),
  SILVER_ON_SILVER("Ag-Ag111", SlidingAdsorbate.silverOnSilver()),
  COBALT_ON_COPPER("Co-Cu111", SlidingAdsorbate.cobaltOnCopper()),
  COBALT_ON_PLATINUM("Co-Pt111", SlidingAdsorbate.cobaltOnPlatinum());

  private final String label;
  private final SlidingAdsorbate adsorbate;

  SlideScenes(String label, SlidingAdsorbate adsorbate) {
    this.label = label;
    this.adsorbate = adsorbate;
  }

  /** As it is written on the command line and in files. */
  public String label() {
    return label;
  }

  /** The adsorbate with its surface and the tip it feels. */
  public SlidingAdsorbate adsorbate() {
    return adsorbate;
  }

  /** All of them. */
  public static List<SlideScenes> all() {
    return List.of(values());
  }

  /** One adsorbate in its best site, the tip straight above at a height in Å. */
  public SlideScene scene(double tipHeightAngstrom) {
    AdsorptionSite site = adsorbate.overHollows() ? AdsorptionSite.FCC : AdsorptionSite.TOP;
    LatticeSites sites = new LatticeSites(adsorbate.surface().nearestNeighbourAngstrom());
    double x = sites.siteX(site, 0, 0);
    double y = sites.siteY(site, 0, 0);
    return new SlideScene(List.of(SlideScene.Pose.at(x, y)), x, y, tipHeightAngstrom);
  }
}
