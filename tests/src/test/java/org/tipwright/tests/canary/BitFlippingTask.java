package org.tipwright.tests.canary;

import java.util.Optional;
import java.util.stream.IntStream;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.GoalTask;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/**
 * Andrychowicz et al., NeurIPS 2017 (arXiv:1707.01495), section 3.1: flip one bit a step until all
 * of them are those of the goal. Every step before that costs 1, and after as many steps as there
 * are bits the episode is cut: a learner that waits for a success by chance learns next to nothing.
 */
final class BitFlippingTask extends CanaryTask implements GoalTask {

  static final int BITS = 10;

  private static final ActionSpec.Discrete ACTIONS =
      new ActionSpec.Discrete(IntStream.range(0, BITS).mapToObj(bit -> "flip-" + bit).toList());

  private final float[] state = new float[2 * BITS];
  private int step;

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(
        IntStream.range(0, 2 * BITS)
            .mapToObj(i -> new Component((i < BITS ? "bit-" : "goal-") + i % BITS, "1", 0, 1))
            .toList());
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  public Optional<GoalTask> goalTask() {
    return Optional.of(this);
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    do {
      for (int i = 0; i < state.length; i++) {
        state[i] = stream.nextInt(2);
      }
    } while (terminates(state, 0));
    step = 0;
    System.arraycopy(state, 0, observation, offset, state.length);
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    int bit = ACTIONS.index(action[actionOffset]);
    state[bit] = 1 - state[bit];
    step++;
    System.arraycopy(state, 0, observation, offset, state.length);
    boolean reached = terminates(state, 0);
    give(reward(state, 0), reached);
    return reached ? StepType.TERMINATED : step == BITS ? StepType.TRUNCATED : StepType.MID;
  }

  @Override
  public void setGoal(float[] observations, int offset, float[] achieved, int achievedOffset) {
    System.arraycopy(achieved, achievedOffset, observations, offset + BITS, BITS);
  }

  @Override
  public float reward(float[] observations, int offset) {
    return terminates(observations, offset) ? 0f : -1f;
  }

  @Override
  public boolean terminates(float[] observations, int offset) {
    for (int bit = offset; bit < offset + BITS; bit++) {
      if (observations[bit] != observations[bit + BITS]) {
        return false;
      }
    }
    return true;
  }
}
