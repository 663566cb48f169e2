package org.tipwright.runs.training;

import java.util.List;
import java.util.Map;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/** Six steps left or right, one in eight slips; being at 2 or beyond in the end is success. */
class ToyTask implements EnvironmentCore {

  private static final int STEPS = 6;

  private final double abandonedShare;
  private RandomStream stream = new RandomStream(0, "toy");
  private int position;
  private int step;
  private float reward;
  private boolean succeeded;

  /** A task whose episodes fail to converge with a given probability. */
  ToyTask(double abandonedShare) {
    this.abandonedShare = abandonedShare;
  }

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(
        List.of(new Component("position", "1", -6, 6), new Component("step", "1", 0, 6)));
  }

  @Override
  public ActionSpec actionSpec() {
    return new ActionSpec.Discrete(List.of("left", "right"));
  }

  @Override
  public void seed(long seed) {
    stream = new RandomStream(seed, "toy");
  }

  @Override
  public void reset(float[] observation, int offset) throws NotConverged {
    position = 0;
    step = 0;
    reward = 0;
    succeeded = false;
    write(observation, offset);
    if (stream.nextDouble() < abandonedShare) {
      throw new NotConverged("the toy did not converge, as it was told");
    }
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    int direction = action[actionOffset] == 1 ? 1 : -1;
    position += stream.nextDouble() < 0.125 ? -direction : direction;
    step++;
    boolean over = step == STEPS;
    succeeded = over && position >= 2;
    reward = succeeded ? 1 : 0;
    write(observation, offset);
    return over ? StepType.TERMINATED : StepType.MID;
  }

  private void write(float[] observation, int offset) {
    observation[offset] = position;
    observation[offset + 1] = step;
  }

  @Override
  public float reward() {
    return reward;
  }

  @Override
  public boolean succeeded() {
    return succeeded;
  }

  @Override
  public StreamsState saveStreams() {
    return new StreamsState(Map.of("toy", stream.save()));
  }

  @Override
  public void restoreStreams(StreamsState state) {
    stream.restore(state.get("toy"));
  }
}
