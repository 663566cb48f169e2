package org.tipwright.tests.canary;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/**
 * One state, two arms, every episode one step. {@code take} gives 1 and is the end of the task;
 * {@code stay} gives 0.4 and the episode is cut there, so it is worth {@code 0.4/(1 − γ)}: 4 at γ =
 * 0.9. A learner that does not bootstrap at truncations takes the 1.
 */
final class TruncatedBandit extends CanaryTask {

  private static final ActionSpec.Discrete ACTIONS =
      new ActionSpec.Discrete(List.of("take", "stay"));

  /** Index of the arm that is worth more. */
  static final int STAY = 1;

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(List.of(new Component("nothing-new", "1", 0, 2)));
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    observation[offset] = 1f;
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    boolean stays = ACTIONS.index(action[actionOffset]) == STAY;
    give(stays ? 0.4 : 1, stays);
    observation[offset] = 1f;
    return stays ? StepType.TRUNCATED : StepType.TERMINATED;
  }
}
