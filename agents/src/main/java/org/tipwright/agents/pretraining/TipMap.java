package org.tipwright.agents.pretraining;

/**
 * Where the bond of one simulated tip survives. Positions count from the path's beginning, in Å.
 *
 * <p>Space is cut into shells around the path's beginning, {@link #SHELL_ANGSTROM} thick. Of each
 * shell the map holds where the path crosses its middle, and how far from there, sideways, the bond
 * survives in each direction. Ways are bytes in units of 0.04 Å.
 *
 * @param line x, y of the path at each level of height
 * @param centres x, y of the path in the middle of each shell
 * @param reaches how far the bond survives, for each shell and direction
 * @param regains from where on it survives again behind a gap, for the inner shells; or {@link
 *     #NEVER}
 */
record TipMap(float[] line, float[] centres, byte[] reaches, byte[] regains) {

  /** Steps from one level of height to the next. */
  static final int LEVEL_STEPS = 2;

  /** Levels from contact to the height of success. */
  static final int LEVELS = 71;

  /** Thickness of a shell. */
  static final double SHELL_ANGSTROM = 0.25;

  /** Shells: the outermost reaches to 24 Å, and stands for what lies beyond. */
  static final int SHELLS = 96;

  /** Innermost shells, up to 3 Å, in which the bond may survive again behind a gap. */
  static final int INNER_SHELLS = 12;

  /** Directions in which ways are known, a quarter of them in each quadrant. */
  static final int DIRECTIONS = 16;

  /** A way without end. */
  static final int NEVER = 255;

  private static final double UNIT_ANGSTROM = 0.04;

  /** Radius of the middle of a shell, in Å. */
  static double radius(int shell) {
    return (shell + 0.5) * SHELL_ANGSTROM;
  }

  /** A way in Å as it is kept. */
  static byte units(double angstrom) {
    return (byte) StrictMath.min(NEVER, StrictMath.round(angstrom / UNIT_ANGSTROM));
  }

  /** A way in Å; that without end is farther than any that matters. */
  static double angstrom(double units) {
    return units * UNIT_ANGSTROM;
  }
}
