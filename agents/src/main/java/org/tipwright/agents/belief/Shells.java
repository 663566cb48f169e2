package org.tipwright.agents.belief;

import org.tipwright.env.lift.LiftMove;

/**
 * Polar coordinates about contact. Distances are counted in shells, each farther than the one
 * before by the same ratio; directions by two numbers, Lambert's equal-area projection, of which
 * the square of the length is {@code 2 − 2 cos} of the angle to the vertical.
 *
 * @param firstAngstrom distance up to which all is shell 0
 * @param logRatio logarithm of the ratio between the bounds of a shell
 * @param count of shells; the last has no outer bound
 */
record Shells(double firstAngstrom, double logRatio, int count) {

  /** The moves cannot follow more lateral way per height than 3; a little room is left. */
  static final double STEEPEST = 2.8;

  /** Shells enough for every line that the moves can follow so many steps. */
  static Shells of(BeliefSettings settings, int steps) {
    double farthest = steps * LiftMove.VERTICAL_ANGSTROM * StrictMath.sqrt(1 + STEEPEST * STEEPEST);
    double ratios =
        StrictMath.log(farthest / settings.firstShellAngstrom()) / settings.shellLogRatio();
    return new Shells(
        settings.firstShellAngstrom(),
        settings.shellLogRatio(),
        2 + StrictMath.max(0, (int) ratios));
  }

  /** Shell of a distance in Å. */
  int of(double distance) {
    if (distance <= firstAngstrom) {
      return 0;
    }
    int beyond = (int) (StrictMath.log(distance / firstAngstrom) / logRatio);
    return StrictMath.min(count - 1, 1 + beyond);
  }

  /** A distance in the middle of a shell, in Å. */
  double distance(int shell) {
    return firstAngstrom * StrictMath.exp(logRatio * (shell - 0.5));
  }

  /** Distance from contact in Å of a position x, y in Å after so many steps. */
  static double distance(double x, double y, int step) {
    double z = step * LiftMove.VERTICAL_ANGSTROM;
    return StrictMath.sqrt(x * x + y * y + z * z);
  }

  /** What x and y in Å, so many steps above contact, have to be multiplied with for a direction. */
  static double toDirection(double distance, int step) {
    double cosine = step * LiftMove.VERTICAL_ANGSTROM / distance;
    return StrictMath.sqrt(2 / (1 + cosine)) / distance;
  }

  /**
   * What a direction has to be multiplied with for x and y in Å at the height of a step; directions
   * that no line can keep to count as the steepest that one can.
   */
  static double fromDirection(double directionX, double directionY, int step) {
    double least = 1 / StrictMath.sqrt(1 + STEEPEST * STEEPEST);
    double square = directionX * directionX + directionY * directionY;
    double cosine = StrictMath.max(least, 1 - square / 2);
    return step * LiftMove.VERTICAL_ANGSTROM * StrictMath.sqrt((1 + cosine) / 2) / cosine;
  }
}
