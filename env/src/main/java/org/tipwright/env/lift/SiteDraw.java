package org.tipwright.env.lift;

import java.util.random.RandomGenerator;
import org.tipwright.physics.lift.LiftSite;

/**
 * Draws sites: one of a herringbone layer's molecules, a corner of it, which neighbours are missing
 * and how strong this tip's bond is.
 */
final class SiteDraw {

  /** Long axes of the cell's two molecules to the long cell vector, in degrees. */
  private static final double[] LONG_AXIS = {47.2, 133.2};

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
    double longAxis = LONG_AXIS[random.nextInt(2)] + 60 * random.nextInt(3);
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
    double azimuth =
        Double.isNaN(settings.fixedAzimuthRadians())
            ? StrictMath.toRadians(mirror * inward)
            : settings.fixedAzimuthRadians();
    int held = mirror > 0 ? corner : corner ^ 1;
    return new LiftSite(azimuth, held, missing, strength);
  }

  /** What a tip's bond bears, in nN. */
  double strengthNanonewton(RandomGenerator random) {
    double strength =
        settings.strengthMeanNanonewton() + settings.strengthSdNanonewton() * random.nextGaussian();
    return Math.max(strength, WEAKEST_NANONEWTON);
  }
}
