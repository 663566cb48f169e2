package org.tipwright.tests.canary;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/**
 * Name what is shown: one of four signs, a new one each step, ten steps an episode. A right name
 * gives 1, so an episode is worth 10 at best and 2.5 by chance.
 */
final class IdentityTask extends CanaryTask {

  private static final ActionSpec.Discrete ACTIONS =
      new ActionSpec.Discrete(List.of("circle", "square", "cross", "star"));

  private static final int SIGNS = 4;
  private static final int STEPS = 10;

  private int shown;
  private int step;

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(
        List.of(
            new Component("circle", "1", 0, 1),
            new Component("square", "1", 0, 1),
            new Component("cross", "1", 0, 1),
            new Component("star", "1", 0, 1)));
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    step = 0;
    show(stream, observation, offset);
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    boolean right = ACTIONS.index(action[actionOffset]) == shown;
    give(right ? 1 : 0, right);
    step++;
    show(stream, observation, offset);
    return step == STEPS ? StepType.TERMINATED : StepType.MID;
  }

  private void show(RandomStream stream, float[] observation, int offset) {
    shown = stream.nextInt(SIGNS);
    for (int sign = 0; sign < SIGNS; sign++) {
      observation[offset + sign] = sign == shown ? 1f : 0f;
    }
  }
}
