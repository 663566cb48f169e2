package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.env.Environment;
import org.tipwright.env.TimeStep;

class FamilyPathTest {

  private static final int MEMBERS = 40;

  @Test
  void aMemberIsTheSamePathForEverybody() {
    double[] first = FamilyPath.path(7).points();
    assertThat(FamilyPath.path(7).points()).containsExactly(first);
    assertThat(FamilyPath.path(8).points()).isNotEqualTo(first);
    assertThat(FamilyPath.path(1_000_000).points()).isNotEqualTo(first);
  }

  /** Written down once, so that a change of the stream or of the drawing is noticed. */
  @Test
  void memberZeroStaysWhereItIs() {
    double[] points = FamilyPath.path(0).points();
    int top = points.length - 3;
    assertThat(points[top]).isCloseTo(11.206778266821384, within(1e-9));
    assertThat(points[top + 1]).isCloseTo(11.692889861070027, within(1e-9));
    assertThat(points[top + 2]).isEqualTo(17);
  }

  @Test
  void everyMemberKeepsToTheDefinition() {
    for (int member = 0; member < MEMBERS; member++) {
      double[] points = FamilyPath.path(member).points();
      for (int k = 0; k + 5 < points.length; k += 3) {
        double dx = points[k + 3] - points[k];
        double dy = points[k + 4] - points[k + 1];
        double dz = points[k + 5] - points[k + 2];
        double degrees = StrictMath.toDegrees(StrictMath.atan(StrictMath.hypot(dx, dy) / dz));
        if (points[k + 5] <= 1) {
          assertThat(degrees).as("vertical below 1 Å").isZero();
        } else {
          assertThat(degrees)
              .as("member %s at %s Å", member, points[k + 2])
              .isBetween(19.99, 60.01);
        }
      }
    }
  }

  @Test
  void theAzimuthTurnsOnlyBetweenThreeAndFourteenAngstrom() {
    for (int member = 0; member < MEMBERS; member++) {
      double[] points = FamilyPath.path(member).points();
      double start = azimuth(points, 200);
      double end = azimuth(points, 1500);
      assertThat(turn(azimuth(points, 290), start)).as("member %s", member).isZero();
      assertThat(turn(azimuth(points, 1650), end)).isZero();
      assertThat(StrictMath.abs(turn(end, start))).isBetween(0.01, 60.01);
      assertThat(turn(azimuth(points, 850), start)).isCloseTo(0.5 * turn(end, start), within(0.2));
    }
  }

  @Test
  void everyMemberCanBeFollowed() throws Exception {
    for (int member = 0; member < MEMBERS; member++) {
      HosePath path = FamilyPath.path(member);
      Environment environment =
          new Environment(
              new HoseTask(HoseTaskTest.settings("path = family, family-member = " + member)));
      TimeStep step = environment.reset(1);
      while (!step.isLast()) {
        step = environment.step(HoseTaskTest.moveNearest(path, step.observation()));
      }
      assertThat(environment.succeeded()).as("member %s", member).isTrue();
    }
  }

  /**
   * A player who goes up at 45° in a random direction solves E1 within 150 episodes almost always
   * and a member of the family seldom, which is why the family exists.
   */
  @Test
  void aRandomAzimuthAtFortyFiveDegreesSolvesE1ButSeldomAMember() {
    double e1 = solved(new HoseCorridor(PublishedPath.path()));
    double family = 0;
    for (int member = 0; member < MEMBERS; member++) {
      family += solved(new HoseCorridor(FamilyPath.path(member))) / MEMBERS;
    }
    assertThat(e1).isGreaterThan(0.99);
    assertThat(family).isBetween(0.1, 0.3);
  }

  /** Probability that one of 150 random azimuths succeeds. The line starts at 0.25 Å height. */
  private static double solved(HoseCorridor corridor) {
    int lines = 360;
    int successes = 0;
    for (int i = 0; i < lines; i++) {
      successes += succeeds(corridor, StrictMath.toRadians(i + 0.5)) ? 1 : 0;
    }
    return 1 - StrictMath.pow(1 - (double) successes / lines, 150);
  }

  private static boolean succeeds(HoseCorridor corridor, double azimuth) {
    int x = 0;
    int y = 0;
    for (int z = 1; z < HoseCorridor.SUCCESS_TENTHS; z++) {
      double lateral = StrictMath.max(0, z - 2.5);
      double offX = lateral * StrictMath.cos(azimuth) - x;
      double offY = lateral * StrictMath.sin(azimuth) - y;
      if (StrictMath.max(StrictMath.abs(offX), StrictMath.abs(offY)) > 1.5) {
        if (StrictMath.abs(offX) > StrictMath.abs(offY)) {
          x += offX > 0 ? 3 : -3;
        } else {
          y += offY > 0 ? 3 : -3;
        }
      }
      if (!corridor.survives(x, y, z)) {
        return false;
      }
    }
    return true;
  }

  private static double azimuth(double[] points, int knot) {
    int k = 3 * knot;
    return StrictMath.toDegrees(
        StrictMath.atan2(points[k + 4] - points[k + 1], points[k + 3] - points[k]));
  }

  /** Difference of two azimuths in degrees, rounded to millionths, from −180 to 180. */
  private static double turn(double to, double from) {
    double turned = StrictMath.IEEEremainder(to - from, 360);
    return StrictMath.rint(turned * 1e6) / 1e6;
  }
}
