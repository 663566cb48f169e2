package org.tipwright.tests.canary;

import java.util.Map;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;

/** What the tiny tasks share: one stream, a reward, and a check that resets come before steps. */
abstract class CanaryTask implements EnvironmentCore {

  private static final String STREAM = "canary";

  private final RandomStream random = new RandomStream(0, STREAM);
  private boolean seeded;
  private boolean running;
  private float reward;
  private boolean succeeded;

  /** Draws the next episode and writes its first observation. */
  abstract void begin(RandomStream stream, float[] observation, int offset);

  /** Does an action, says its reward by {@link #give}, and writes what is seen then. */
  abstract StepType act(
      RandomStream stream, float[] action, int actionOffset, float[] observation, int offset);

  /** The reward of this step, and whether it is the best there is. */
  final void give(double amount, boolean best) {
    reward = (float) amount;
    succeeded = best;
  }

  @Override
  public final void seed(long seed) {
    random.restore(new RandomStream(seed, STREAM).save());
    seeded = true;
    running = false;
  }

  @Override
  public final void reset(float[] observation, int offset) {
    if (!seeded) {
      throw new IllegalStateException("call seed before reset");
    }
    running = true;
    give(0, false);
    begin(random, observation, offset);
  }

  @Override
  public final StepType step(float[] action, int actionOffset, float[] observation, int offset) {
    if (!running) {
      throw new IllegalStateException("no episode is in progress; call reset before step");
    }
    StepType type = act(random, action, actionOffset, observation, offset);
    running = !type.isLast();
    return type;
  }

  @Override
  public final float reward() {
    return reward;
  }

  @Override
  public final boolean succeeded() {
    return succeeded;
  }

  @Override
  public final StreamsState saveStreams() {
    return new StreamsState(Map.of(STREAM, random.save()));
  }

  @Override
  public final void restoreStreams(StreamsState state) {
    random.restore(state.get(STREAM));
    seeded = true;
    running = false;
  }
}
