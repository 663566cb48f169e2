package org.tipwright.env.hose;

/**
 * The path of the benchmark E1: it lies in the plane x = y and rises at 45° on the whole. A
 * modelling choice of this project after Leinen et al., Sci. Adv. 6 (2020) eabb6987, whose own path
 * it is not.
 */
final class PublishedPath {

  /** Heights in Å at which the lateral distance is given. */
  static final double[] HEIGHTS_ANGSTROM = {0, 1, 2, 3, 4, 5, 8, 10, 12, 14};

  /** Distance in Å from the z axis, along x = y, at those heights. */
  static final double[] LATERAL_ANGSTROM = {0, 0.1, 1.1, 3.3, 5.0, 6.6, 9.3, 10.7, 12.6, 14.7};

  /** Where every path ends, in Å; above the last height of a table it goes on straight. */
  static final double TOP_ANGSTROM = 17;

  private static final HosePath PATH = draw();

  private PublishedPath() {}

  static HosePath path() {
    return PATH;
  }

  private static HosePath draw() {
    MonotoneCubic lateral = new MonotoneCubic(HEIGHTS_ANGSTROM, LATERAL_ANGSTROM);
    double along = StrictMath.sqrt(0.5);
    HosePathBuilder builder = new HosePathBuilder();
    int perAngstrom = (int) StrictMath.round(1 / HosePath.SPACING_ANGSTROM);
    for (int i = 1; i <= TOP_ANGSTROM * perAngstrom; i++) {
      double start = (i - 1.0) / perAngstrom;
      double end = (double) i / perAngstrom;
      double xy = along * lateral.value(end);
      double startSlope = along * lateral.slope(start);
      double endSlope = along * lateral.slope(end);
      builder.curveTo(xy, xy, end, startSlope, startSlope, endSlope, endSlope);
    }
    return builder.build();
  }
}
