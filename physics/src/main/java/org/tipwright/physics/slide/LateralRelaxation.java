package org.tipwright.physics.slide;

import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lattice.LateralExpansion;

/**
 * Takes adsorbates to the minimum that belongs to where they are: Newton steps where the surface is
 * convex, steps along the principal curvatures, always downhill, where it is not. Several
 * adsorbates take turns until none moves.
 */
final class LateralRelaxation {

  /** Slope left in a returned state, in eV/Å: a thousandth of what is promised. */
  static final double TOLERANCE = 1e-6;

  /** No step is longer, in Å: a small part of the distance between minima. */
  private static final double LONGEST_STEP_ANGSTROM = 0.1;

  /** Curvatures count as at least this where the surface is not convex, in eV/Å². */
  private static final double LEAST_CURVATURE = 0.05;

  /** A downward curvature below this, in eV/Å², counts as none. */
  private static final double LEVEL_CURVATURE = 1e-3;

  /** Step in Å off a ridge on which the slope vanishes. */
  private static final double OFF_RIDGE_ANGSTROM = 0.01;

  /** Rise in eV that counts as rounding. */
  private static final double ROUNDING_EV = 1e-13;

  private static final int MOST_STEPS = 2_000;
  private static final int MOST_HALVINGS = 40;
  private static final int MOST_TURNS = 20_000;

  private final AdsorbateField field;
  private LateralExpansion here = new LateralExpansion();
  private LateralExpansion there = new LateralExpansion();
  private double x;
  private double y;

  LateralRelaxation(AdsorbateField field) {
    this.field = field;
  }

  /**
   * Relaxes all adsorbates in the field.
   *
   * @throws NotConverged if they do not come to rest
   */
  void relaxAll() throws NotConverged {
    double[] fieldX = field.x();
    double[] fieldY = field.y();
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      boolean moved = false;
      for (int i = 0; i < field.size(); i++) {
        if (relax(i, fieldX[i], fieldY[i]) > 0) {
          moved = true;
          fieldX[i] = x;
          fieldY[i] = y;
        }
      }
      if (!moved || field.size() == 1) {
        return;
      }
    }
    throw new NotConverged("adsorbates do not come to rest in " + MOST_TURNS + " turns" + tip());
  }

  /**
   * Finds the minimum for one adsorbate from a position, the others fixed; the field keeps its
   * state.
   *
   * @return how many steps it took
   * @throws NotConverged if there is none within 2000 steps
   */
  int relax(int adsorbate, double fromX, double fromY) throws NotConverged {
    x = fromX;
    y = fromY;
    field.expand(adsorbate, x, y, here);
    for (int step = 0; step < MOST_STEPS; step++) {
      double steepness = here.steepness();
      boolean convex = here.convex();
      if (steepness < TOLERANCE && (convex || flat())) {
        return step;
      }
      if (!(steepness < Double.POSITIVE_INFINITY)) {
        throw new NotConverged("adsorbate " + adsorbate + ": the force is not a number" + tip());
      }
      if (convex) {
        double determinant = here.determinant();
        go(
            adsorbate,
            (here.curvatureXy() * here.slopeY() - here.curvatureYy() * here.slopeX()) / determinant,
            (here.curvatureXy() * here.slopeX() - here.curvatureXx() * here.slopeY())
                / determinant);
      } else {
        goDownhill(adsorbate);
      }
    }
    throw new NotConverged(
        "adsorbate " + adsorbate + ": " + here.steepness() + " eV/Å left" + tip());
  }

  /** Whether the surface is level in one direction: just there a minimum comes or goes. */
  private boolean flat() {
    here.diagonalise();
    return here.lowerCurvature() > -LEVEL_CURVATURE;
  }

  private void goDownhill(int adsorbate) throws NotConverged {
    here.diagonalise();
    double vx = here.lowerDirectionX();
    double vy = here.lowerDirectionY();
    double alongLower = here.slopeX() * vx + here.slopeY() * vy;
    double alongUpper = here.slopeY() * vx - here.slopeX() * vy;
    double lower =
        Math.abs(alongLower) < TOLERANCE
            ? OFF_RIDGE_ANGSTROM
            : -alongLower / Math.max(Math.abs(here.lowerCurvature()), LEAST_CURVATURE);
    double upper = -alongUpper / Math.max(Math.abs(here.upperCurvature()), LEAST_CURVATURE);
    go(adsorbate, lower * vx - upper * vy, lower * vy + upper * vx);
  }

  private void go(int adsorbate, double stepX, double stepY) throws NotConverged {
    double length = StrictMath.sqrt(stepX * stepX + stepY * stepY);
    double share = length > LONGEST_STEP_ANGSTROM ? LONGEST_STEP_ANGSTROM / length : 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      field.expand(adsorbate, x + share * stepX, y + share * stepY, there);
      if (there.energyEv() <= here.energyEv() + ROUNDING_EV) {
        x += share * stepX;
        y += share * stepY;
        LateralExpansion swap = here;
        here = there;
        there = swap;
        return;
      }
      share *= 0.5;
    }
    throw new NotConverged("adsorbate " + adsorbate + ": no way downhill" + tip());
  }

  private String tip() {
    return "; tip at x " + field.tipX() + ", y " + field.tipY() + ", z " + field.tipZ() + " Å";
  }

  /** x of the minimum found last, in Å. */
  double x() {
    return x;
  }

  /** y of the minimum found last, in Å. */
  double y() {
    return y;
  }

  /** Energy at the minimum found last, in eV, of what depends on that adsorbate. */
  double energyEv() {
    return here.energyEv();
  }
}
