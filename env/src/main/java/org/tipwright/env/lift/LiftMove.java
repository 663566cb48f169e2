package org.tipwright.env.lift;

import java.util.Arrays;
import java.util.List;
import org.tipwright.env.ActionSpec;

/**
 * The five moves of Leinen et al., Sci. Adv. 6 (2020) eabb6987: each raises the tip by 0.1 Å, four
 * of them also shift it by 0.3 Å. Positions are counted in whole steps, so equal paths give equal
 * positions whatever their order.
 */
public enum LiftMove {
  UP(0, 0),
  BACK(0, -1),
  FORTH(0, 1),
  LEFT(-1, 0),
  RIGHT(1, 0);

  /** Lateral step in Å. */
  public static final double LATERAL_ANGSTROM = 0.3;

  /** Vertical step in Å. */
  public static final double VERTICAL_ANGSTROM = 0.1;

  /** The moves in the order of their indices. */
  public static final List<LiftMove> ALL = List.of(values());

  private final int stepX;
  private final int stepY;

  LiftMove(int stepX, int stepY) {
    this.stepX = stepX;
    this.stepY = stepY;
  }

  /**
   * The move with these lateral steps.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LiftMove of(int stepX, int stepY) {
    for (LiftMove move : ALL) {
      if (move.stepX == stepX && move.stepY == stepY) {
        return move;
      }
    }
    throw new IllegalArgumentException("no move by " + stepX + ", " + stepY + " lateral steps");
  }

  /** Lateral steps along x: −1, 0 or 1. */
  public int stepX() {
    return stepX;
  }

  /** Lateral steps along y: −1, 0 or 1. */
  public int stepY() {
    return stepY;
  }

  /** The action spec of every task that has these moves. */
  public static ActionSpec.Discrete actionSpec() {
    return new ActionSpec.Discrete(
        Arrays.stream(values()).map(m -> m.name().toLowerCase(java.util.Locale.ROOT)).toList());
  }
}
