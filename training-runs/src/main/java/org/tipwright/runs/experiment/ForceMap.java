package org.tipwright.runs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;

/**
 * The force needed wherever the tip may be in a vertical plane: a fan of lifts along the published
 * path stretched sideways by factors from −{@value #WIDEST} to {@value #WIDEST}. Every place is
 * reached by one of them; on another way to it the force may differ.
 *
 * @param directionDegrees of the plane, 0 is inward
 * @param factors by which each lift's path is stretched, rising; 1 is the published path, 0
 *     straight up, −1 the published path to the opposite side
 * @param lifts one for each factor
 */
public record ForceMap(double directionDegrees, double[] factors, List<LiftCurve> lifts) {

  /** The most by which the published path is stretched. */
  public static final double WIDEST = 1.2;

  public ForceMap {
    lifts = List.copyOf(lifts);
  }

  /**
   * Lifts one molecule after the other.
   *
   * @param perSide number of lifts on each side of straight up
   * @throws NotConverged if the engine finds no relaxed state
   */
  public static ForceMap measure(LiftEngine.Junction junction, double directionDegrees, int perSide)
      throws NotConverged {
    double[] factors = new double[2 * perSide + 1];
    List<LiftCurve> lifts = new ArrayList<>();
    LateralPath published = LateralPath.published(StrictMath.toRadians(directionDegrees));
    for (int i = 0; i < factors.length; i++) {
      factors[i] = WIDEST * (i - perSide) / perSide;
      lifts.add(
          LiftCurve.measure(
              Integer.toString(i), junction, stretched(published, factors[i]), BIAS_VOLT));
    }
    return new ForceMap(directionDegrees, factors, lifts);
  }

  private static final double BIAS_VOLT = 0.003;

  private static LateralPath stretched(LateralPath path, double factor) {
    double[] x = path.x().clone();
    double[] y = path.y().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] *= factor;
      y[i] *= factor;
    }
    return new LateralPath(path.heights(), x, y);
  }

  /** How far the published path is from contact at a height, both in Å. */
  public static double publishedAngstrom(double heightAngstrom) {
    return LateralPath.published(0).xAt(heightAngstrom);
  }

  /**
   * The force in nN at a place, between the two nearest lifts; NaN where none of them goes, or
   * after a rupture.
   */
  public double forceNanonewton(double lateralAngstrom, double heightAngstrom) {
    double wide = publishedAngstrom(heightAngstrom);
    double at = (lateralAngstrom / wide + WIDEST) / (2 * WIDEST) * (factors.length - 1);
    if (!(at >= 0 && at <= factors.length - 1)) {
      return Double.NaN;
    }
    int i = Math.min(factors.length - 2, (int) at);
    double rest = at - i;
    return (1 - rest) * force(lifts.get(i), heightAngstrom)
        + rest * force(lifts.get(i + 1), heightAngstrom);
  }

  private static double force(LiftCurve lift, double height) {
    double at = height / LiftCurve.STEP_ANGSTROM;
    int i = Math.min((int) at, lift.points().size() - 2);
    LiftPoint below = lift.points().get(i);
    LiftPoint above = lift.points().get(i + 1);
    if (at > i + 1 || !above.bondIntact()) {
      return Double.NaN;
    }
    return below.forceNanonewton() + (at - i) * (above.forceNanonewton() - below.forceNanonewton());
  }

  /**
   * Height in Å at which a bond of this strength breaks on each lift; NaN where it holds to the
   * top.
   */
  public double[] breakingHeights(double strengthNanonewton) {
    double[] heights = new double[factors.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] =
          lifts.get(i).points().stream()
              .filter(point -> point.forceNanonewton() > strengthNanonewton)
              .mapToDouble(LiftPoint::heightAngstrom)
              .findFirst()
              .orElse(Double.NaN);
    }
    return heights;
  }
}
