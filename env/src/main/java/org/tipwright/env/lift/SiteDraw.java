package org.tipwright.env.lift;

import java.util.random.RandomGenerator;
import org.tipwright.physics.lift.LiftSite;

/**
 * Draws sites: one of a herringbone layer's molecules, a corner of it, which neighbours are missing
 * and how strong this tip's bond is.
 */
final class SiteDraw {

  /**
   * Angle in degrees at the molecule's centre between long axis and corner oxygen:
   * atan(2.229/5.811).
   */
  private static final double CORNER = 20.98;

  private static final double WEAKEST_NANONEWTON = 0.3;

  private final LiftSettings settings;

  SiteDraw(LiftSettings settings) {
    this.settings = settings;
  }

  /** A site with its tip. */
  LiftSite site(RandomGenerator random) {
    double mirror = random.nextBoolean() ? 1 : -1;
    int which = random.nextInt(2);
    double longAxis = settings.sample().longAxisDegrees(which) + 60 * random.nextInt(3);
    int corner = random.nextInt(4);
    double inward =
        switch (corner) {
          case 0 -> longAxis + 180 + CORNER;
          case 1 -> longAxis + 180 - CORNER;
          case 2 -> longAxis + CORNER;
          default -> longAxis - CORNER;
        };
    int missing = 0;
    for (int bit = 1; bit <= 4; bit <<= 1) {
      if (random.nextDouble() < settings.missingNeighbourProbability()) {
        missing |= bit;
      }
    }
    double strength = strengthNanonewton(random);
    if (settings.sample().layer() == Sample.Layer.EDGE) {
      missing |= 1 << random.nextInt(3);
    } else if (settings.sample().layer() == Sample.Layer.ISOLATED) {
      missing = 7;
    }
    double azimuth =
        Double.isNaN(settings.fixedAzimuthRadians())
            ? StrictMath.toRadians(mirror * inward)
            : settings.fixedAzimuthRadians();
    // The cell's second molecule sees the layer as the first one sees its mirror image.
    boolean second = which == 1;
    boolean mirrored = mirror < 0 != second;
    return new LiftSite(azimuth, second ? corner ^ 1 : corner, missing, strength, mirrored);
  }

  /** What a tip's bond bears, in nN. */
  double strengthNanonewton(RandomGenerator random) {
    double strength =
        settings.strengthMeanNanonewton() + settings.strengthSdNanonewton() * random.nextGaussian();
    return Math.max(strength, WEAKEST_NANONEWTON);
  }
}
