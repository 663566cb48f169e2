package org.tipwright.tests.canary;

import org.tipwright.env.ActionMask;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/** {@link IdentityTask}, where the name of the next sign is forbidden and choosing it throws. */
final class GuardedIdentityTask extends CanaryTask {

  private static final ActionMask MASK =
      (observations, offset, action) -> observations[offset + (action + 3) % 4] == 0f;

  private final IdentityTask identity = new IdentityTask();
  private final float[] seen = new float[4];

  @Override
  public ObservationSpec observationSpec() {
    return identity.observationSpec();
  }

  @Override
  public ActionSpec actionSpec() {
    return identity.actionSpec();
  }

  @Override
  public ActionMask actionMask() {
    return MASK;
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    identity.begin(stream, observation, offset);
    System.arraycopy(observation, offset, seen, 0, seen.length);
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    if (!MASK.allows(seen, 0, (int) action[actionOffset])) {
      throw new IllegalArgumentException("action " + action[actionOffset] + " is forbidden here");
    }
    StepType type = identity.act(stream, action, actionOffset, observation, offset);
    System.arraycopy(observation, offset, seen, 0, seen.length);
    give(identity.reward(), identity.succeeded());
    return type;
  }
}
