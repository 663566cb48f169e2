package org.tipwright.agents.belief;

/** Where a line enters each shell, the first position in it counting. Used again for each line. */
final class Crossings {

  private final Shells shells;
  private final int[] shell;
  private final int[] step;
  private final double[] directionX;
  private final double[] directionY;
  private int size;

  Crossings(Shells shells) {
    this.shells = shells;
    this.shell = new int[shells.count()];
    this.step = new int[shells.count()];
    this.directionX = new double[shells.count()];
    this.directionY = new double[shells.count()];
  }

  /**
   * Follows a line, x and y in Å for each step, from one step to another. The shell of the first
   * step counts as entered there: that a line was safe in a part of a shell says little of the
   * rest.
   */
  void follow(double[] x, double[] y, int from, int to) {
    size = 0;
    int before = -1;
    for (int n = from; n <= to; n++) {
      double distance = Shells.distance(x[n], y[n], n);
      int entered = shells.of(distance);
      if (entered > before) {
        double scale = Shells.toDirection(distance, n);
        shell[size] = entered;
        step[size] = n;
        directionX[size] = scale * x[n];
        directionY[size] = scale * y[n];
        size++;
        before = entered;
      }
    }
  }

  /** How many shells were entered. */
  int size() {
    return size;
  }

  /** Which shell it was. */
  int shell(int crossing) {
    return shell[crossing];
  }

  /** After how many steps. */
  int step(int crossing) {
    return step[crossing];
  }

  /** In which direction from contact. */
  double directionX(int crossing) {
    return directionX[crossing];
  }

  /** In which direction from contact. */
  double directionY(int crossing) {
    return directionY[crossing];
  }
}
