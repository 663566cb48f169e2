package org.tipwright.agents.pretraining;

import org.tipwright.env.hose.HoseCorridor;

/**
 * A way within a shell, sideways from where the path crosses it. Positions are rounded to the tenth
 * of Å that the simulation knows.
 */
final class SurveyRay {

  /** Edges beyond this are not looked for. */
  private static final double FARTHEST_ANGSTROM = 9;

  private static final double RESOLUTION_ANGSTROM = 0.1;

  private final HoseCorridor corridor;
  private final double startX;
  private final double startY;
  private final double radius;
  private final double alongX;
  private final double alongY;

  /**
   * A ray.
   *
   * @param alongX direction, of length 1
   */
  SurveyRay(
      HoseCorridor corridor,
      double startX,
      double startY,
      double radius,
      double alongX,
      double alongY) {
    this.corridor = corridor;
    this.startX = startX;
    this.startY = startY;
    this.radius = radius;
    this.alongX = alongX;
    this.alongY = alongY;
  }

  /** How far the bond survives without a gap, in Å; infinite if down to the height of contact. */
  double firstBroken() {
    return first(false, 0);
  }

  /** From where on, behind a gap, it survives again, in Å; infinite if nowhere. */
  double firstSafe(double gap) {
    return first(true, gap);
  }

  private double first(boolean safe, double from) {
    for (double way = from + 0.5 * RESOLUTION_ANGSTROM;
        height(way) > 0;
        way += RESOLUTION_ANGSTROM) {
      if (survives(way) == safe) {
        return way - 0.5 * RESOLUTION_ANGSTROM;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * How far the bond survives, if there is one edge only: from a guess outwards or inwards with
   * growing strides, then by bisection.
   */
  double edge(double guess) {
    double stride = RESOLUTION_ANGSTROM;
    double safe = 0;
    double broken = FARTHEST_ANGSTROM;
    double tried = guess > 0 && guess < broken ? guess : 0.5 * broken;
    while (broken - safe > RESOLUTION_ANGSTROM) {
      if (survives(tried)) {
        safe = tried;
        tried += stride;
      } else {
        broken = tried;
        tried -= stride;
      }
      stride *= 2;
      if (tried <= safe || tried >= broken) {
        tried = 0.5 * (safe + broken);
      }
    }
    return 0.5 * (safe + broken);
  }

  private boolean survives(double way) {
    double height = height(way);
    return height > 0
        && corridor.survives(
            tenths(startX + way * alongX), tenths(startY + way * alongY), tenths(height));
  }

  /** NaN where the ray has left the shell. */
  private double height(double way) {
    double x = startX + way * alongX;
    double y = startY + way * alongY;
    return StrictMath.sqrt(radius * radius - x * x - y * y);
  }

  private static int tenths(double angstrom) {
    return (int) StrictMath.round(10 * angstrom);
  }
}
