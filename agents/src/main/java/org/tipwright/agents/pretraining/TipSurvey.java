package org.tipwright.agents.pretraining;

import org.tipwright.env.hose.HoseCorridor;
import org.tipwright.env.hose.HosePath;

/**
 * Maps a simulated tip by asking the simulation where the bond survives. No rule of the corridor is
 * written down here.
 */
final class TipSurvey {

  /** A reach that changes more from shell to shell jumps, and is not expected to go on so. */
  private static final double MOST_GROWTH_ANGSTROM = 0.5;

  private static final int KNOTS_PER_STEP = 10;
  private static final int KNOT = 3;

  private final HoseCorridor corridor;
  private final double[] knots;
  private final float[] line = new float[2 * TipMap.LEVELS];
  private final float[] centres = new float[2 * TipMap.SHELLS];
  private final byte[] reaches = new byte[TipMap.SHELLS * TipMap.DIRECTIONS];
  private final byte[] regains = new byte[TipMap.INNER_SHELLS * TipMap.DIRECTIONS];

  private TipSurvey(HosePath path, double radiusFactor) {
    this.corridor = new HoseCorridor(path, radiusFactor);
    this.knots = path.points();
  }

  /** The map of a path of the family with both radii multiplied by a factor. */
  static TipMap map(HosePath path, double radiusFactor) {
    TipSurvey survey = new TipSurvey(path, radiusFactor);
    survey.followLine();
    survey.lookAround();
    return new TipMap(survey.line, survey.centres, survey.reaches, survey.regains);
  }

  private void followLine() {
    for (int level = 0; level < TipMap.LEVELS; level++) {
      int knot = level * TipMap.LEVEL_STEPS * KNOTS_PER_STEP * KNOT;
      line[2 * level] = (float) knots[knot];
      line[2 * level + 1] = (float) knots[knot + 1];
    }
  }

  private void lookAround() {
    int[] crossings = new int[TipMap.SHELLS];
    int knot = 0;
    for (int shell = 0; shell < TipMap.SHELLS; shell++) {
      while (knot < knots.length - KNOT && radiusAt(knot) < TipMap.radius(shell)) {
        knot += KNOT;
      }
      crossings[shell] = knot;
      centres[2 * shell] = (float) knots[knot];
      centres[2 * shell + 1] = (float) knots[knot + 1];
    }
    for (int d = 0; d < TipMap.DIRECTIONS; d++) {
      double quarters = 4.0 * d / TipMap.DIRECTIONS;
      double x = StrictMath.abs(2 - quarters) - 1;
      double y = quarters > 3 ? quarters - 4 : 1 - StrictMath.abs(1 - quarters);
      double length = StrictMath.sqrt(x * x + y * y);
      lookAlong(d, x / length, y / length, crossings);
    }
  }

  /** One direction, from the innermost shell outwards. */
  private void lookAlong(int direction, double x, double y, int[] crossings) {
    double reach = 0;
    double growth = 0;
    for (int shell = 0; shell < TipMap.SHELLS; shell++) {
      int knot = crossings[shell];
      // Where a path ends, 3 Å above success, the last shell that it crosses stands for the others.
      if (radiusAt(knot) >= TipMap.radius(shell)) {
        SurveyRay ray =
            new SurveyRay(corridor, knots[knot], knots[knot + 1], TipMap.radius(shell), x, y);
        double below = reach;
        if (shell < TipMap.INNER_SHELLS) {
          reach = ray.firstBroken();
          regains[shell * TipMap.DIRECTIONS + direction] = TipMap.units(ray.firstSafe(reach));
        } else {
          reach = ray.edge(below + growth);
        }
        growth = StrictMath.abs(reach - below) < MOST_GROWTH_ANGSTROM ? reach - below : 0;
      }
      reaches[shell * TipMap.DIRECTIONS + direction] = TipMap.units(reach);
    }
  }

  private double radiusAt(int knot) {
    double x = knots[knot];
    double y = knots[knot + 1];
    double z = knots[knot + 2];
    return StrictMath.sqrt(x * x + y * y + z * z);
  }
}
