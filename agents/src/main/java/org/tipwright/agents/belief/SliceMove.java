package org.tipwright.agents.belief;

import org.tipwright.env.random.RandomStream;

/**
 * Moves a hypothesis at random without changing what the evidence says of all of them together:
 * elliptical slice sampling (Murray, Adams and MacKay, AISTATS 2010, figure 2) of the normal
 * numbers of a random window of shells, of those of the direction, of the half-width or of both.
 */
final class SliceMove {

  private final Evidence evidence;
  private final double[] start;
  private final double[] other;

  SliceMove(Evidence evidence, Shells shells) {
    this.evidence = evidence;
    this.start = new double[Hypothesis.NORMALS * shells.count()];
    this.other = new double[Hypothesis.NORMALS * shells.count()];
  }

  /** One move. A window that begins within the evidence ends anywhere, every other time outside. */
  void move(Hypothesis hypothesis, RandomStream draws) {
    double[] normals = hypothesis.normals();
    int shells = normals.length / Hypothesis.NORMALS;
    int from = draws.nextInt(evidence.outermost() + 1);
    int to = draws.nextDouble() < 0.5 ? shells : from + 1 + draws.nextInt(shells - from);
    int part = draws.nextInt(3);
    boolean directions = part != 2;
    boolean widths = part != 1;
    for (int i = Hypothesis.NORMALS * from; i < Hypothesis.NORMALS * to; i++) {
      start[i] = normals[i];
      other[i] = draws.nextGaussian();
    }
    double level =
        evidence.logLikelihood(hypothesis, from) + StrictMath.log(1 - draws.nextDouble());
    double angle = 2 * StrictMath.PI * draws.nextDouble();
    double low = angle - 2 * StrictMath.PI;
    double high = angle;
    // The bracket shrinks towards the start, which lies above the level, so the loop ends.
    while (true) {
      double cosine = StrictMath.cos(angle);
      double sine = StrictMath.sin(angle);
      for (int i = Hypothesis.NORMALS * from; i < Hypothesis.NORMALS * to; i++) {
        if (i % Hypothesis.NORMALS == 2 ? widths : directions) {
          normals[i] = cosine * start[i] + sine * other[i];
        }
      }
      hypothesis.refresh(from, directions, widths);
      if (angle == 0 || evidence.logLikelihood(hypothesis, from, level) >= level) {
        return;
      }
      if (angle < 0) {
        low = angle;
      } else {
        high = angle;
      }
      angle = high - low < 1e-9 ? 0 : low + (high - low) * draws.nextDouble();
    }
  }
}
