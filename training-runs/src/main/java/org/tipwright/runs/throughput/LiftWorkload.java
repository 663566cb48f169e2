package org.tipwright.runs.throughput;

import java.util.random.RandomGenerator;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.Molecules;
import org.tipwright.runs.experiment.LayerChoice;
import org.tipwright.runs.experiment.LiftCurve;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.experiment.LiftSetting;

/**
 * One move of the lift task: a molecule off Ag(111), by default PTCDA out of its full layer, by
 * random moves that stay within {@value #REACH_ANGSTROM} Å of the published path, which the tip's
 * bond survives. At the top, or after a rupture, the next molecule is placed as part of the next
 * move.
 */
public final class LiftWorkload implements Workload {

  private static final double REACH_ANGSTROM = 1;

  private final LiftEngine.Junction junction;
  private final RandomGenerator random;
  private final LateralPath path = LateralPath.published(0);
  private boolean placed;
  private int steps;
  private int stepX;
  private int stepY;

  /** Lifts PTCDA out of the full layer on Ag(111); random moves come from {@code random}. */
  public LiftWorkload(LiftEngine engine, RandomGenerator random) {
    this(engine, Molecules.ptcda(), LayerChoice.FULL, random);
  }

  /** Lifts any molecule on Ag(111) by one of the engines. */
  public LiftWorkload(
      LiftEngine engine, Molecule molecule, LayerChoice layer, RandomGenerator random) {
    this.junction =
        engine.open(
            new LiftSetting(
                LiftEngine.SURFACES.get(0),
                molecule,
                layer,
                0,
                engine.usualStrengthNanonewton(),
                false));
    this.random = random;
  }

  @Override
  public void run() throws NotConverged {
    if (!placed || !junction.model().bondIntact() || height() >= LiftCurve.TOP_ANGSTROM) {
      junction.model().place(junction.site());
      placed = true;
      steps = 0;
      stepX = 0;
      stepY = 0;
    }
    steps++;
    LiftMove move = LiftMove.ALL.get(random.nextInt(LiftMove.ALL.size()));
    if (away(move) > REACH_ANGSTROM) {
      move = nearest();
    }
    stepX += move.stepX();
    stepY += move.stepY();
    junction
        .model()
        .moveTip(stepX * LiftMove.LATERAL_ANGSTROM, stepY * LiftMove.LATERAL_ANGSTROM, height());
  }

  /** Height of the tip above contact after the last move, in Å. */
  public double height() {
    return steps / 10.0;
  }

  private LiftMove nearest() {
    LiftMove nearest = LiftMove.UP;
    for (int i = 0; i < LiftMove.ALL.size(); i++) {
      if (away(LiftMove.ALL.get(i)) < away(nearest)) {
        nearest = LiftMove.ALL.get(i);
      }
    }
    return nearest;
  }

  /** How far from the path a move would lead, in Å. */
  private double away(LiftMove move) {
    double dx = (stepX + move.stepX()) * LiftMove.LATERAL_ANGSTROM - path.xAt(height());
    double dy = (stepY + move.stepY()) * LiftMove.LATERAL_ANGSTROM - path.yAt(height());
    return Math.sqrt(dx * dx + dy * dy);
  }
}
