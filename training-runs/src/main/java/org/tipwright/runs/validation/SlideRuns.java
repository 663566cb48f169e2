package org.tipwright.runs.validation;

import java.util.List;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lattice.AdsorptionSite;
import org.tipwright.physics.lattice.LatticeSites;
import org.tipwright.physics.slide.DragLine;
import org.tipwright.physics.slide.DragTrace;
import org.tipwright.physics.slide.LatticeSlide;
import org.tipwright.physics.slide.SlideConditions;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.physics.slide.SlideScene.Pose;
import org.tipwright.physics.slide.SlidingAdsorbate;
import org.tipwright.physics.slide.SpringTip;

/** Experiments on one adsorbate that several checks share, done with the production engine. */
final class SlideRuns {

  static final double ALONG_ROW = 0;

  /** Direction from an fcc hollow over the bridge site to an hcp hollow. */
  static final double TO_NEXT_HOLLOW = StrictMath.toRadians(30);

  private static final long SEED = 2026;
  private static final double PICONEWTON_PER_EV_PER_ANGSTROM =
      1000 * Units.NANONEWTON_PER_EV_PER_ANGSTROM;

  /** In N/m: so soft that the force hardly changes while the adsorbate moves by a site. */
  private static final double SOFT = 1e-4;

  private SlideRuns() {}

  /** The adsorbate in the site where it is stable, at the cell of the origin. */
  static Pose atHome(SlidingAdsorbate kind) {
    LatticeSites sites = new LatticeSites(kind.surface().nearestNeighbourAngstrom());
    AdsorptionSite site = kind.overHollows() ? AdsorptionSite.FCC : AdsorptionSite.TOP;
    return Pose.at(sites.siteX(site, 0, 0), sites.siteY(site, 0, 0));
  }

  /** Drags the tip at constant height from straight above the adsorbate. */
  static DragTrace drag(
      SlidingAdsorbate kind, double kelvin, double heightAngstrom, double azimuth, double length)
      throws NotConverged {
    Pose home = atHome(kind);
    SlideScene scene =
        new SlideScene(List.of(home), home.xAngstrom(), home.yAngstrom(), heightAngstrom);
    return new DragLine(azimuth, length, 0.01, 10)
        .run(
            new LatticeSlide(kind, SlideConditions.at(kelvin)),
            scene,
            0,
            new RandomStream(SEED, "hops"));
  }

  /** Force in pN of a soft spring that is drawn out in a direction until the adsorbate slips. */
  static double staticForcePiconewton(SlidingAdsorbate kind, double azimuth) throws NotConverged {
    double stiffness = 0.05;
    return slipForcePiconewton(kind, 0, azimuth, stiffness, 0.002 / stiffness, SEED);
  }

  /** Lowest barrier in eV under a constant lateral force in pN. */
  static double barrierEv(SlidingAdsorbate kind, double azimuth, double piconewton)
      throws NotConverged {
    LatticeSlide model = new LatticeSlide(kind.withTip(new SpringTip(SOFT)), SlideConditions.at(0));
    Pose home = atHome(kind);
    // 1 pN over 1 N/m is 0.01 Å.
    double stretch = 0.01 * piconewton / SOFT;
    model.place(
        new SlideScene(
            List.of(home),
            home.xAngstrom() + stretch * StrictMath.cos(azimuth),
            home.yAngstrom() + stretch * StrictMath.sin(azimuth),
            10),
        new RandomStream(SEED, "hops"));
    return model.lowestBarrierEv(0);
  }

  /** Mean lateral force in pN at which heat lets the adsorbate go, raised by 1 pN a second. */
  static double hopForcePiconewton(SlidingAdsorbate kind, double kelvin, double azimuth, int times)
      throws NotConverged {
    double stiffness = 0.01;
    double sum = 0;
    for (int run = 0; run < times; run++) {
      sum += slipForcePiconewton(kind, kelvin, azimuth, stiffness, 0.01 / stiffness, SEED + run);
    }
    return sum / times;
  }

  /** Draws a spring out, by one step a second, until the adsorbate jumps. */
  private static double slipForcePiconewton(
      SlidingAdsorbate kind,
      double kelvin,
      double azimuth,
      double stiffness,
      double stepAngstrom,
      long seed)
      throws NotConverged {
    SlidingAdsorbate sprung = kind.withTip(new SpringTip(stiffness));
    LatticeSlide model = new LatticeSlide(sprung, SlideConditions.at(kelvin));
    Pose home = atHome(kind);
    model.place(
        new SlideScene(List.of(home), home.xAngstrom(), home.yAngstrom(), 10),
        new RandomStream(seed, "hops"));
    double force = 0;
    for (int step = 1; model.events().count() == 0; step++) {
      force = StrictMath.hypot(model.tipForceXNanonewton(), model.tipForceYNanonewton());
      model.moveTip(
          home.xAngstrom() + step * stepAngstrom * StrictMath.cos(azimuth),
          home.yAngstrom() + step * stepAngstrom * StrictMath.sin(azimuth),
          10,
          stepAngstrom);
    }
    return 1000 * force;
  }

  /** Spring stiffness in N/m below which the adsorbate moves along a row by stick and slip. */
  static double criticalStiffness(SlidingAdsorbate kind, double low, double high)
      throws NotConverged {
    double slips = low;
    double follows = high;
    while (follows - slips > 1e-3 * high) {
      double middle = 0.5 * (slips + follows);
      if (slips(kind.withTip(new SpringTip(middle)))) {
        slips = middle;
      } else {
        follows = middle;
      }
    }
    return 0.5 * (slips + follows);
  }

  private static boolean slips(SlidingAdsorbate kind) throws NotConverged {
    double tipStep = 2e-5;
    double slip = 0.03;
    double period = kind.surface().nearestNeighbourAngstrom();
    LatticeSlide model = new LatticeSlide(kind, SlideConditions.at(0));
    Pose home = atHome(kind);
    model.place(
        new SlideScene(List.of(home), home.xAngstrom(), home.yAngstrom(), 10),
        new RandomStream(SEED, "hops"));
    model.moveTip(home.xAngstrom() + 0.48 * period, home.yAngstrom(), 10, 1);
    double before = model.xAngstrom(0);
    for (double way = 0.48 * period; way < 0.52 * period; way += tipStep) {
      model.moveTip(home.xAngstrom() + way, home.yAngstrom(), 10, 1);
      double now = model.xAngstrom(0);
      if (now - before > slip) {
        return true;
      }
      before = now;
    }
    return false;
  }

  /** Times in s that an adsorbate spent in its sites, the tip far away. */
  static double[] residences(SlidingAdsorbate kind, double kelvin, double meanSeconds, int count)
      throws NotConverged {
    LatticeSlide model = new LatticeSlide(kind, SlideConditions.at(kelvin));
    Pose home = atHome(kind);
    model.place(
        new SlideScene(List.of(home), 0, 0, 60), new RandomStream(SEED + (long) kelvin, "hops"));
    double[] residences = new double[count];
    double last = 0;
    int found = 0;
    while (found < count) {
      model.dwell(5 * meanSeconds);
      for (int e = 0; e < model.events().count() && found < count; e++) {
        double clock = model.events().get(e).clockSeconds();
        residences[found++] = clock - last;
        last = clock;
      }
    }
    return residences;
  }

  /** eV/Å in pN. */
  static double piconewton(double evPerAngstrom) {
    return PICONEWTON_PER_EV_PER_ANGSTROM * evPerAngstrom;
  }
}
