package org.tipwright.agents.belief;

import java.util.List;
import org.tipwright.env.lift.LiftMove;

/**
 * Finds out that the tip has changed. With one tip a rupture depends on the position alone, so a
 * place that broke the bond in one attempt and was passed in another proves a change between them.
 * Chance has no part in it: with one tip and a reach of zero no attempt contradicts another.
 */
final class Contradiction {

  private final double reachSquare;
  private final int reachSteps;

  /** Places count as the same if they are no farther apart than this, in Å. */
  Contradiction(double reachAngstrom) {
    this.reachSquare = reachAngstrom * reachAngstrom;
    this.reachSteps = (int) (reachAngstrom / LiftMove.VERTICAL_ANGSTROM);
  }

  /** Index of the newest attempt that one played after all of them contradicts, or −1. */
  int newest(List<Attempt> attempts, Attempt latest) {
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (passed(attempts.get(i), latest) || passed(latest, attempts.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an attempt was safe where another ruptured. */
  private boolean passed(Attempt safe, Attempt ruptured) {
    if (!ruptured.ruptured()) {
      return false;
    }
    int end = ruptured.steps();
    int last = StrictMath.min(safe.lastSafe(), end + reachSteps);
    for (int n = StrictMath.max(0, end - reachSteps); n <= last; n++) {
      double dx = safe.x()[n] - ruptured.x()[end];
      double dy = safe.y()[n] - ruptured.y()[end];
      double dz = (n - end) * LiftMove.VERTICAL_ANGSTROM;
      if (dx * dx + dy * dy + dz * dz <= reachSquare) {
        return true;
      }
    }
    return false;
  }
}
