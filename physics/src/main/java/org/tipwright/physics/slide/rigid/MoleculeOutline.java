package org.tipwright.physics.slide.rigid;

/**
 * The convex outline of a flat molecule around its centre, in Å, counter-clockwise: two molecules
 * touch where their outlines do.
 *
 * @param x of the corners, 3 to 8 of them (JBox2D takes no more)
 * @param y of the corners
 */
public record MoleculeOutline(double[] x, double[] y) {

  private static final int MOST_CORNERS = 8;

  public MoleculeOutline {
    x = x.clone();
    y = y.clone();
    int n = x.length;
    if (n != y.length || n < 3 || n > MOST_CORNERS) {
      throw new IllegalArgumentException("an outline has 3 to 8 corners, not " + n);
    }
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      int k = (i + 2) % n;
      double turn = (x[j] - x[i]) * (y[k] - y[j]) - (y[j] - y[i]) * (x[k] - x[j]);
      if (!(turn > 0)) {
        throw new IllegalArgumentException(
            "an outline is convex and counter-clockwise; this one turns the other way at corner "
                + j);
      }
    }
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }

  /**
   * How deep two copies of this outline lie in one another, in Å: the least distance by which one
   * must move to be free of the other; negative if they are apart.
   *
   * @param dx second centre minus first, likewise {@code dy}, in Å
   * @param firstAzimuth direction of the first's x axis in rad, likewise {@code secondAzimuth}
   */
  public double overlapAngstrom(double dx, double dy, double firstAzimuth, double secondAzimuth) {
    return Math.min(
        overlapAcrossEdges(dx, dy, firstAzimuth, secondAzimuth),
        overlapAcrossEdges(-dx, -dy, secondAzimuth, firstAzimuth));
  }

  private double overlapAcrossEdges(double dx, double dy, double azimuth, double otherAzimuth) {
    // In the frame of the one whose edges are looked at.
    double cos = StrictMath.cos(azimuth);
    double sin = StrictMath.sin(azimuth);
    double centreX = cos * dx + sin * dy;
    double centreY = cos * dy - sin * dx;
    double turnCos = StrictMath.cos(otherAzimuth - azimuth);
    double turnSin = StrictMath.sin(otherAzimuth - azimuth);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      int j = (i + 1) % x.length;
      double length = StrictMath.hypot(x[j] - x[i], y[j] - y[i]);
      double normalX = (y[j] - y[i]) / length;
      double normalY = (x[i] - x[j]) / length;
      double deepest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < x.length; k++) {
        double cornerX = centreX + turnCos * x[k] - turnSin * y[k];
        double cornerY = centreY + turnSin * x[k] + turnCos * y[k];
        deepest = Math.max(deepest, (x[i] - cornerX) * normalX + (y[i] - cornerY) * normalY);
      }
      least = Math.min(least, deepest);
    }
    return least;
  }
}
