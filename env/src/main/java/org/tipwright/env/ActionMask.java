package org.tipwright.env;

/**
 * Which discrete actions an environment forbids. It depends on the observation alone, so that it
 * holds for remembered observations too; at least one action must be allowed everywhere.
 */
public interface ActionMask {

  /** Allows every action everywhere. */
  ActionMask NONE = (observations, offset, action) -> true;

  /** Whether an action may be chosen where this is observed. */
  boolean allows(float[] observations, int offset, int action);
}
