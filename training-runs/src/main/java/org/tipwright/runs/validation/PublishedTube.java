package org.tipwright.runs.validation;

import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.env.hose.HoseCorridor;
import org.tipwright.env.hose.HosePath;
import org.tipwright.env.hose.HoseSettings;

/**
 * The published path and the tube around it outside of which the published simulation lets every
 * bond rupture: Leinen et al., Sci. Adv. 6 (2020) eabb6987. The path lies in the plane x = y.
 */
final class PublishedTube {

  /** Azimuth of the path's plane: a site whose inward direction this is gets the path inward. */
  static final double AZIMUTH = 0.25 * StrictMath.PI;

  /** Rise per step in Å. */
  static final double STEP_ANGSTROM = 0.1;

  /** Steps to the height at which a lift counts as done, 14 Å. */
  static final int STEPS = HoseCorridor.SUCCESS_TENTHS;

  private static final int KNOTS_PER_STEP = 10;

  private final HosePath path = new HoseSettings("e1", 0, "", "", false, Double.NaN).drawPath();
  private final double[] points = path.points();

  /** The path with these deviations in Å after each step. */
  LateralPath scattered(double[] deviationX, double[] deviationY) {
    double[] heights = new double[STEPS + 1];
    double[] x = new double[STEPS + 1];
    double[] y = new double[STEPS + 1];
    for (int i = 1; i <= STEPS; i++) {
      int knot = 3 * KNOTS_PER_STEP * i;
      heights[i] = STEP_ANGSTROM * i;
      x[i] = points[knot] + deviationX[i - 1];
      y[i] = points[knot + 1] + deviationY[i - 1];
    }
    return new LateralPath(heights, x, y);
  }

  /** Distance in Å of a position of the tip from the path. */
  double distanceAngstrom(double x, double y, double z) {
    return path.distanceAngstrom(x, y, z);
  }

  /** The tube's radius in Å at a distance from contact of 3 Å or more. */
  static double radiusAngstrom(double fromContact) {
    if (fromContact <= 5) {
      return 0.75;
    }
    if (fromContact <= 13.5) {
      return 0.75 + (fromContact - 5);
    }
    return 1.75 + Math.max(0, fromContact - 15.5);
  }
}
