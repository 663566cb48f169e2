package org.tipwright.env.hose;

import org.tipwright.env.KnownDynamics;
import org.tipwright.env.lift.LiftMove;

/**
 * What every player of the hose knows: the five moves and their reverses on the grid of tip
 * positions, and the height that is success. It is the same for every path, and holds none.
 */
enum HoseDynamics implements KnownDynamics {
  INSTANCE;

  private static final int ACTIONS = LiftMove.ALL.size();

  /** Tip positions are packed with this many bits an axis, after this shift. */
  private static final int BITS = 12;

  private static final int SHIFT = 1 << (BITS - 1);

  @Override
  public int moves() {
    return 2 * ACTIONS;
  }

  @Override
  public boolean move(float[] observations, int offset, int move) {
    LiftMove action = LiftMove.ALL.get(move % ACTIONS);
    int sign = move < ACTIONS ? 1 : -1;
    int z = tenths(observations[offset + 2]) + sign;
    if (z < 0 || z > HoseCorridor.SUCCESS_TENTHS) {
      return false;
    }
    int lateral = sign * HoseTask.LATERAL_TENTHS;
    observations[offset] = (tenths(observations[offset]) + lateral * action.stepX()) / 10f;
    observations[offset + 1] = (tenths(observations[offset + 1]) + lateral * action.stepY()) / 10f;
    observations[offset + 2] = z / 10f;
    return true;
  }

  @Override
  public long place(float[] observations, int offset) {
    long packed = 0;
    for (int axis = 0; axis < 3; axis++) {
      packed = packed << BITS | tenths(observations[offset + axis]) + SHIFT;
    }
    return packed;
  }

  @Override
  public boolean succeeds(float[] observations, int offset) {
    return tenths(observations[offset + 2]) >= HoseCorridor.SUCCESS_TENTHS;
  }

  @Override
  public float reward(float[] observations, int offset) {
    return HoseTask.STEP_REWARD + (succeeds(observations, offset) ? HoseTask.END_REWARD : 0f);
  }

  private static int tenths(float angstrom) {
    return Math.round(10 * angstrom);
  }
}
