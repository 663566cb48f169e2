package org.tipwright.agents.baseline;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A path of the tip: lateral position as a function of height, linear between way-points, going on
 * with the last slope above them.
 *
 * @param heights of the way-points in Å, rising from 0
 * @param x lateral positions in Å
 * @param y lateral positions in Å
 */
public record LateralPath(double[] heights, double[] x, double[] y) {

  /** Heights of the published path in Å (Leinen et al., Sci. Adv. 6 (2020) eabb6987). */
  private static final double[] PUBLISHED_HEIGHTS = {0, 1, 2, 3, 4, 5, 8, 10, 12, 14};

  private static final int WAY_POINTS = 8;
  private static final double SPACING = 2;
  private static final double STEEPEST = 2.1;

  private static final double[] PUBLISHED_DISTANCES = {
    0, 0.1, 1.1, 3.3, 5.0, 6.6, 9.3, 10.7, 12.6, 14.7
  };

  /** Straight up. */
  public static LateralPath up() {
    return new LateralPath(new double[] {0, 14}, new double[2], new double[2]);
  }

  /** A line that leaves contact at 45° to the vertical in a direction given by its azimuth. */
  public static LateralPath diagonal(double azimuthRadians) {
    return along(azimuthRadians, new double[] {0, 14}, new double[] {0, 14});
  }

  /** The published path in a direction given by its azimuth. */
  public static LateralPath published(double azimuthRadians) {
    return along(azimuthRadians, PUBLISHED_HEIGHTS, PUBLISHED_DISTANCES);
  }

  /** A path within the vertical plane of an azimuth. */
  public static LateralPath along(double azimuthRadians, double[] heights, double[] distances) {
    double cos = StrictMath.cos(azimuthRadians);
    double sin = StrictMath.sin(azimuthRadians);
    return new LateralPath(
        heights,
        Arrays.stream(distances).map(d -> d * cos).toArray(),
        Arrays.stream(distances).map(d -> d * sin).toArray());
  }

  /**
   * A random path: way-points every 2 Å, each segment at up to 65° to the vertical, in a direction
   * that wanders.
   */
  public static LateralPath random(RandomGenerator random) {
    double azimuth = 2 * StrictMath.PI * random.nextDouble();
    double[] heights = new double[WAY_POINTS];
    double[] x = new double[WAY_POINTS];
    double[] y = new double[WAY_POINTS];
    for (int i = 1; i < WAY_POINTS; i++) {
      azimuth += 0.5 * random.nextGaussian();
      double reach = SPACING * STEEPEST * random.nextDouble();
      heights[i] = i * SPACING;
      x[i] = x[i - 1] + reach * StrictMath.cos(azimuth);
      y[i] = y[i - 1] + reach * StrictMath.sin(azimuth);
    }
    return new LateralPath(heights, x, y);
  }

  /** A copy with every way-point but the first shifted at random, the higher the more. */
  public LateralPath changed(RandomGenerator random) {
    double[] changedX = x.clone();
    double[] changedY = y.clone();
    for (int i = 1; i < heights.length; i++) {
      changedX[i] += 0.15 * heights[i] * random.nextGaussian();
      changedY[i] += 0.15 * heights[i] * random.nextGaussian();
    }
    return new LateralPath(heights, changedX, changedY);
  }

  /** The path turned about the vertical. */
  public LateralPath turned(double radians) {
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    double[] turnedX = new double[x.length];
    double[] turnedY = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      turnedX[i] = cos * x[i] - sin * y[i];
      turnedY[i] = sin * x[i] + cos * y[i];
    }
    return new LateralPath(heights, turnedX, turnedY);
  }

  /** Lateral x in Å at a height in Å. */
  public double xAt(double height) {
    return at(x, height);
  }

  /** Lateral y in Å at a height in Å. */
  public double yAt(double height) {
    return at(y, height);
  }

  private double at(double[] values, double height) {
    int i = 0;
    while (i < heights.length - 2 && heights[i + 1] < height) {
      i++;
    }
    double share = (height - heights[i]) / (heights[i + 1] - heights[i]);
    return values[i] + share * (values[i + 1] - values[i]);
  }
}
