package org.tipwright.tests.canary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;

/**
 * A light, left or right, is on in the first observation alone; four steps later its side is worth
 * 1, and nothing else is worth anything. As {@code lift} does, the task shows what was seen in the
 * last steps; with fewer than {@link #NEEDED} of them half of the episodes go wrong.
 */
final class MemoryTask extends CanaryTask {

  private static final ActionSpec.Discrete ACTIONS =
      new ActionSpec.Discrete(List.of("left", "right"));

  /** Steps that have to be remembered. */
  static final int NEEDED = 4;

  private final float[] seen;
  private float light;
  private int step;

  /** A task that shows what was seen in the last {@code remembered} steps, beside what is seen. */
  MemoryTask(int remembered) {
    this.seen = new float[remembered + 1];
  }

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(
        IntStream.range(0, seen.length)
            .mapToObj(ago -> new Component("light-" + ago + "-steps-ago", "1", -1, 1))
            .toList());
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  void begin(RandomStream stream, float[] observation, int offset) {
    Arrays.fill(seen, 0f);
    light = stream.nextBoolean() ? 1f : -1f;
    seen[0] = light;
    step = 0;
    write(observation, offset);
  }

  @Override
  StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset) {
    int choice = ACTIONS.index(action[actionOffset]);
    boolean last = step == NEEDED;
    boolean right = last && (choice == 1) == (light > 0);
    give(right ? 1 : 0, right);
    System.arraycopy(seen, 0, seen, 1, seen.length - 1);
    seen[0] = 0f;
    step++;
    write(observation, offset);
    return last ? StepType.TERMINATED : StepType.MID;
  }

  private void write(float[] observation, int offset) {
    System.arraycopy(seen, 0, observation, offset, seen.length);
  }
}
