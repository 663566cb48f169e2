package org.tipwright.env.hose;

import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;

/**
 * One member of the hose family E1-F: slopes and azimuth are drawn, so that no single path can be
 * learnt by heart.
 *
 * <p>The azimuth starts anywhere and turns linearly by up to 60° either way between 3 and 14 Å. The
 * angle to the vertical is drawn from 20° to 60° for each of five segments of height, interpolated
 * between their centres ({@link MonotoneCubic}) and constant beyond the outermost ones; below 1 Å
 * the path is vertical. The lateral position is the integral of the tangent of that angle along the
 * azimuth.
 */
final class FamilyPath {

  /** Borders of the segments of height, in Å. */
  static final double[] SEGMENTS_ANGSTROM = {1, 4, 7, 10, 13, PublishedPath.TOP_ANGSTROM};

  private static final double TURN_STARTS_ANGSTROM = 3;
  private static final double TURN_ENDS_ANGSTROM = 14;

  /** Nodes and weights of Gauss-Legendre integration with three points, on [0, 1]. */
  private static final double[] GAUSS_NODES = {
    0.5 - 0.5 * StrictMath.sqrt(0.6), 0.5, 0.5 + 0.5 * StrictMath.sqrt(0.6)
  };

  private static final double[] GAUSS_WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

  /** Root of every member's stream: member k is the same path for everybody, for good. */
  private static final long FAMILY_SEED = 2020;

  private final double azimuth;
  private final double turn;
  private final MonotoneCubic slopeAngle;
  private final double lowestCentre;
  private final double highestCentre;

  private FamilyPath(RandomStream draws) {
    this.azimuth = 2 * StrictMath.PI * draws.nextDouble();
    this.turn = StrictMath.toRadians(-60 + 120 * draws.nextDouble());
    double[] centres = new double[SEGMENTS_ANGSTROM.length - 1];
    double[] angles = new double[centres.length];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = 0.5 * (SEGMENTS_ANGSTROM[i] + SEGMENTS_ANGSTROM[i + 1]);
      angles[i] = StrictMath.toRadians(20 + 40 * draws.nextDouble());
    }
    this.slopeAngle = new MonotoneCubic(centres, angles);
    this.lowestCentre = centres[0];
    this.highestCentre = centres[centres.length - 1];
  }

  /** The path of a member, 0 or more. */
  static HosePath path(int member) {
    long seed = Seeds.derive(FAMILY_SEED, "hose-family", member);
    return new FamilyPath(new RandomStream(seed, "path")).draw();
  }

  private HosePath draw() {
    HosePathBuilder builder = new HosePathBuilder();
    int perAngstrom = (int) StrictMath.round(1 / HosePath.SPACING_ANGSTROM);
    double x = 0;
    double y = 0;
    for (int i = 1; i <= PublishedPath.TOP_ANGSTROM * perAngstrom; i++) {
      double start = (i - 1.0) / perAngstrom;
      double end = (double) i / perAngstrom;
      if (i <= SEGMENTS_ANGSTROM[0] * perAngstrom) {
        builder.curveTo(0, 0, end, 0, 0, 0, 0);
        continue;
      }
      for (int g = 0; g < GAUSS_NODES.length; g++) {
        double z = start + GAUSS_NODES[g] * (end - start);
        x += GAUSS_WEIGHTS[g] * (end - start) * slopeX(z);
        y += GAUSS_WEIGHTS[g] * (end - start) * slopeY(z);
      }
      builder.curveTo(x, y, end, slopeX(start), slopeY(start), slopeX(end), slopeY(end));
    }
    return builder.build();
  }

  private double slopeX(double z) {
    return steepness(z) * StrictMath.cos(azimuthAt(z));
  }

  private double slopeY(double z) {
    return steepness(z) * StrictMath.sin(azimuthAt(z));
  }

  /** Lateral way per height. */
  private double steepness(double z) {
    double within = StrictMath.max(lowestCentre, StrictMath.min(highestCentre, z));
    return StrictMath.tan(slopeAngle.value(within));
  }

  private double azimuthAt(double z) {
    double turned = (z - TURN_STARTS_ANGSTROM) / (TURN_ENDS_ANGSTROM - TURN_STARTS_ANGSTROM);
    return azimuth + turn * StrictMath.max(0, StrictMath.min(1, turned));
  }
}
