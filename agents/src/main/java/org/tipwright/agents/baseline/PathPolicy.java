package org.tipwright.agents.baseline;

import org.tipwright.agents.policy.Policy;
import org.tipwright.env.lift.LiftMove;

/**
 * Follows a fixed path with the five moves: from where the tip is, the move that ends nearest to
 * the path. Reads the tip's position, the first three numbers of an observation, and nothing else.
 */
public final class PathPolicy implements Policy {

  private final String name;
  private final LateralPath path;
  private final int observationSize;

  /** A policy for observations of this size. */
  public PathPolicy(String name, LateralPath path, int observationSize) {
    this.name = name;
    this.path = path;
    this.observationSize = observationSize;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void act(float[] observations, float[] actions, int batch) {
    for (int row = 0; row < batch; row++) {
      int at = row * observationSize;
      actions[row] = next(path, observations[at], observations[at + 1], observations[at + 2]);
    }
  }

  /** Index of the move that ends nearest to a path, from a position in Å. */
  static int next(LateralPath path, double x, double y, double z) {
    double height = z + LiftMove.VERTICAL_ANGSTROM;
    double goalX = path.xAt(height);
    double goalY = path.yAt(height);
    int best = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (LiftMove move : LiftMove.ALL) {
      double dx = x + move.stepX() * LiftMove.LATERAL_ANGSTROM - goalX;
      double dy = y + move.stepY() * LiftMove.LATERAL_ANGSTROM - goalY;
      double distance = dx * dx + dy * dy;
      if (distance < nearest - 1e-9) {
        nearest = distance;
        best = move.ordinal();
      }
    }
    return best;
  }
}
