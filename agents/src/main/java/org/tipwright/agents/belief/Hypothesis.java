package org.tipwright.agents.belief;

import org.tipwright.env.random.RandomStream;

/**
 * One idea of where the bond holds: in every shell around some direction, out to some half-width.
 * Both are functions of independent normal numbers, three for each shell. The direction walks from
 * shell to shell, the more the nearer to contact; the logarithm of the half-width is an
 * Ornstein-Uhlenbeck process about that of {@code width √distance}.
 */
final class Hypothesis {

  /** Normal numbers for each shell: two for the direction, one for the half-width. */
  static final int NORMALS = 3;

  private final Shape shape;
  private final double[] normals;
  private final double[] x;
  private final double[] y;
  private final double[] logWidth;
  private final double[] inverseSquare;

  /** What all hypotheses share; arrays have one number for each shell. */
  record Shape(
      int shells,
      double spread,
      double[] walk,
      double[] meanLogWidth,
      double widthSpread,
      double kept,
      double doubt) {

    static Shape of(BeliefSettings settings, Shells shells) {
      double[] walk = new double[shells.count()];
      double[] meanLogWidth = new double[shells.count()];
      for (int k = 0; k < shells.count(); k++) {
        double distance = shells.distance(k);
        walk[k] =
            settings.turn()
                * (1 + settings.nearAngstrom() / distance)
                * StrictMath.sqrt(shells.logRatio());
        meanLogWidth[k] =
            StrictMath.log(settings.widthAngstrom() * StrictMath.sqrt(distance) / distance);
      }
      double kept = StrictMath.exp(-shells.logRatio() / settings.widthLength());
      return new Shape(
          shells.count(),
          settings.spread(),
          walk,
          meanLogWidth,
          settings.widthSpread(),
          kept,
          settings.doubt());
    }
  }

  Hypothesis(Shape shape) {
    this.shape = shape;
    this.normals = new double[NORMALS * shape.shells()];
    this.x = new double[shape.shells()];
    this.y = new double[shape.shells()];
    this.logWidth = new double[shape.shells()];
    this.inverseSquare = new double[shape.shells()];
  }

  /** Becomes one drawn from what is believed before the first attempt. */
  void draw(RandomStream draws) {
    for (int i = 0; i < normals.length; i++) {
      normals[i] = draws.nextGaussian();
    }
    refresh(0, true, true);
  }

  /** Becomes equal to another. */
  void copy(Hypothesis other) {
    System.arraycopy(other.normals, 0, normals, 0, normals.length);
    System.arraycopy(other.x, 0, x, 0, x.length);
    System.arraycopy(other.y, 0, y, 0, y.length);
    System.arraycopy(other.logWidth, 0, logWidth, 0, logWidth.length);
    System.arraycopy(other.inverseSquare, 0, inverseSquare, 0, inverseSquare.length);
  }

  /** The normal numbers, shell by shell; whoever changes them has to {@link #refresh}. */
  double[] normals() {
    return normals;
  }

  /** Works out directions, half-widths or both anew from a shell outwards. */
  void refresh(int from, boolean directions, boolean widths) {
    double renewed = shape.widthSpread() * StrictMath.sqrt(1 - shape.kept() * shape.kept());
    for (int k = from; k < x.length; k++) {
      int at = NORMALS * k;
      if (directions) {
        x[k] = k == 0 ? shape.spread() * normals[at] : x[k - 1] + shape.walk()[k] * normals[at];
        y[k] =
            k == 0
                ? shape.spread() * normals[at + 1]
                : y[k - 1] + shape.walk()[k] * normals[at + 1];
      }
      if (widths) {
        logWidth[k] =
            k == 0
                ? shape.widthSpread() * normals[at + 2]
                : shape.kept() * logWidth[k - 1] + renewed * normals[at + 2];
        inverseSquare[k] = StrictMath.exp(-2 * (shape.meanLogWidth()[k] + logWidth[k]));
      }
    }
  }

  /** Direction of the middle in a shell. */
  double x(int shell) {
    return x[shell];
  }

  /** Direction of the middle in a shell. */
  double y(int shell) {
    return y[shell];
  }

  /** Chance to survive a shell in some direction; never quite 0 or 1. */
  double survival(int shell, double directionX, double directionY) {
    double dx = directionX - x[shell];
    double dy = directionY - y[shell];
    double square = (dx * dx + dy * dy) * inverseSquare[shell];
    return shape.doubt() + (1 - 2 * shape.doubt()) / (1 + square * square * square);
  }
}
