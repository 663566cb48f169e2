package org.tipwright.env.lift;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.Symmetry;

/**
 * The quarter turns and reflections of the laboratory's axes. Where the molecule's azimuth is drawn
 * from a layer's many, no axis is told from another (to 4°, by which a layer's directions miss a
 * quarter turn), so a lift seen in turned axes is as good as a lift made.
 */
final class LiftSymmetries {

  private LiftSymmetries() {}

  /** The seven maps beside the identity, for observations of this spec. */
  static List<Symmetry> of(ObservationSpec spec) {
    List<Symmetry> symmetries = new ArrayList<>();
    for (int k = 1; k < 8; k++) {
      symmetries.add(symmetry(spec, k));
    }
    return List.copyOf(symmetries);
  }

  /** Bit 0 swaps x and y, bit 1 turns x round, bit 2 turns y round. */
  private static Symmetry symmetry(ObservationSpec spec, int k) {
    boolean swap = (k & 1) != 0;
    int signX = (k & 2) != 0 ? -1 : 1;
    int signY = (k & 4) != 0 ? -1 : 1;
    int[] action = new int[LiftMove.ALL.size()];
    for (LiftMove move : LiftMove.ALL) {
      int x = signX * (swap ? move.stepY() : move.stepX());
      int y = signY * (swap ? move.stepX() : move.stepY());
      action[move.ordinal()] = LiftMove.of(x, y).ordinal();
    }
    int size = spec.size();
    int[] source = new int[size];
    float[] sign = new float[size];
    for (int i = 0; i < size; i++) {
      source[i] = i;
      sign[i] = 1;
    }
    for (int i = 0; i < size; i++) {
      String name = spec.components().get(i).name();
      if (name.equals("tip-x") || name.startsWith("attempt-end-x") || name.equals("azimuth-cos")) {
        source[i] = swap ? i + 1 : i;
        sign[i] = signX;
        source[i + 1] = swap ? i : i + 1;
        sign[i + 1] = signY;
      } else if (name.startsWith("moved-up-")) {
        for (int a = 0; a < action.length; a++) {
          source[i + action[a]] = i + a;
        }
      }
    }
    return new Symmetry(source, sign, action);
  }
}
