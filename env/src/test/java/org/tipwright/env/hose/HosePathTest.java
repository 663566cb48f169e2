package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HosePathTest {

  private static final HosePath E1 = PublishedPath.path();
  private static final double DIAGONAL = StrictMath.sqrt(0.5);

  @Test
  void thePublishedPointsLieOnThePath() {
    for (int i = 0; i < PublishedPath.HEIGHTS_ANGSTROM.length; i++) {
      double xy = DIAGONAL * PublishedPath.LATERAL_ANGSTROM[i];
      assertThat(E1.distanceAngstrom(xy, xy, PublishedPath.HEIGHTS_ANGSTROM[i]))
          .as("height %s", PublishedPath.HEIGHTS_ANGSTROM[i])
          .isLessThan(1e-7);
    }
  }

  /** Lateral distances that SciPy's PchipInterpolator gives for the published points. */
  @Test
  void pointsBetweenThemLieOnTheMonotoneCubic() {
    double[][] heightAndLateral = {
      {0.5, 0.027272727272727275},
      {1.5, 0.45085227272727263},
      {2.5, 2.1321314102564104},
      {6, 7.663509218054673},
      {13, 13.624375}
    };
    for (double[] point : heightAndLateral) {
      double xy = DIAGONAL * point[1];
      assertThat(E1.distanceAngstrom(xy, xy, point[0])).isLessThan(1e-7);
    }
  }

  /** SciPy's end slope at 14 Å is 1.1. */
  @Test
  void thePathGoesOnStraightToItsTop() {
    double xy = DIAGONAL * (14.7 + 3 * 1.1);
    assertThat(E1.distanceAngstrom(xy, xy, 17)).isLessThan(1e-7);
    assertThat(E1.distanceAngstrom(xy, xy, 18)).isCloseTo(1, within(1e-7));
  }

  @Property(tries = 300)
  void theDistanceIsThatOfTheNearestOfManyPoints(
      @ForAll @DoubleRange(min = -6, max = 18) double x,
      @ForAll @DoubleRange(min = -6, max = 18) double y,
      @ForAll @DoubleRange(min = -1, max = 18) double z) {
    MonotoneCubic lateral =
        new MonotoneCubic(PublishedPath.HEIGHTS_ANGSTROM, PublishedPath.LATERAL_ANGSTROM);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 17_000; i++) {
      double height = i / 1000.0;
      double along = DIAGONAL * lateral.value(height);
      double square =
          (along - x) * (along - x) + (along - y) * (along - y) + (height - z) * (height - z);
      least = StrictMath.min(least, square);
    }
    assertThat(E1.distanceAngstrom(x, y, z)).isCloseTo(StrictMath.sqrt(least), within(2e-3));
    assertThat(E1.distanceAngstrom(x, y, z)).isLessThanOrEqualTo(StrictMath.sqrt(least) + 1e-9);
  }

  @Test
  void distanceToALongStraightLineIsExact() {
    HosePath line = new HosePathBuilder().lineTo(3, 0, 4).lineTo(3, 0, 20).build();
    assertThat(line.distanceAngstrom(0, 0, 0)).isZero();
    assertThat(line.distanceAngstrom(3, 1.25, 12.3456)).isCloseTo(1.25, within(1e-12));
    assertThat(line.distanceAngstrom(-4, 7, 3)).isCloseTo(StrictMath.sqrt(25 + 49), within(1e-12));
  }

  @Test
  void thePointAtARadiusLiesOnBoth() {
    double[] point = E1.pointAtRadius(3);
    double radius =
        StrictMath.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]);
    assertThat(radius).isCloseTo(3, within(1e-12));
    assertThat(E1.distanceAngstrom(point[0], point[1], point[2])).isLessThan(1e-7);
  }

  @Test
  void aPathThatNeverComesThatFarGivesItsFarthestPoint() {
    HosePath line = new HosePathBuilder().lineTo(0, 0, 2).lineTo(0, 0, 1).build();
    assertThat(line.pointAtRadius(3)).containsExactly(0, 0, 2);
  }
}
