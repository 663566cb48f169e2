package org.tipwright.tests.canary;

import java.util.List;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/**
 * Identity with numbers: two are shown, and the action is to be the same two. Ten steps an episode,
 * each costs the mean square of what is missed.
 */
final class NumbersTask extends CanaryTask {

  private static final int STEPS = 10;
  private static final double CLOSE = 0.05;

  private final double[] shown = new double[2];
  private int step;

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(
        List.of(new Component("shown-a", "1", -1, 1), new Component("shown-b", "1", -1, 1)));
  }

  @Override
  public ActionSpec actionSpec() {
    return new ActionSpec.Continuous(
        List.of(new Component("said-a", "1", -2, 2), new Component("said-b", "1", -2, 2)));
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    step = 0;
    show(stream, observation, offset);
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    double missed = 0;
    for (int i = 0; i < shown.length; i++) {
      double said = action[actionOffset + i];
      if (!(said >= -2 && said <= 2)) {
        throw new IllegalArgumentException("action " + said + " is not from -2 to 2");
      }
      missed += (said - shown[i]) * (said - shown[i]) / shown.length;
    }
    give(-missed, missed < CLOSE);
    step++;
    show(stream, observation, offset);
    return step == STEPS ? StepType.TERMINATED : StepType.MID;
  }

  private void show(RandomStream stream, float[] observation, int offset) {
    for (int i = 0; i < shown.length; i++) {
      shown[i] = 2 * stream.nextDouble() - 1;
      observation[offset + i] = (float) shown[i];
    }
  }
}
