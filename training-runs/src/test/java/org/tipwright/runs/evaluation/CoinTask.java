package org.tipwright.runs.evaluation;

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

/**
 * A task of 1 to 8 steps: the last action must match a coin that is shown. Every {@code
 * abandonEvery}-th seed does not converge; 0 for none.
 */
final class CoinTask implements EnvironmentCore {

  private final int abandonEvery;
  private RandomStream stream = new RandomStream(0, "coin");
  private long seed;
  private int left;
  private int coin;
  private boolean succeeded;

  CoinTask(int abandonEvery) {
    this.abandonEvery = abandonEvery;
  }

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(List.of(new Component("coin", "1", 0, 1)));
  }

  @Override
  public ActionSpec actionSpec() {
    return new ActionSpec.Discrete(List.of("tails", "heads"));
  }

  @Override
  public void seed(long newSeed) {
    seed = newSeed;
    stream = new RandomStream(newSeed, "coin");
  }

  @Override
  public void reset(float[] observation, int offset) {
    left = 1 + stream.nextInt(8);
    coin = stream.nextInt(2);
    succeeded = false;
    observation[offset] = coin;
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    if (abandonEvery > 0 && Math.floorMod(seed, abandonEvery) == 0) {
      throw new NotConverged("the coin stands on its edge");
    }
    left--;
    succeeded = left == 0 && action[actionOffset] == coin;
    observation[offset] = coin;
    return left == 0 ? StepType.TERMINATED : StepType.MID;
  }

  @Override
  public float reward() {
    return succeeded ? 1 : 0;
  }

  @Override
  public boolean succeeded() {
    return succeeded;
  }

  @Override
  public StreamsState saveStreams() {
    return new StreamsState(Map.of("coin", stream.save()));
  }

  @Override
  public void restoreStreams(StreamsState state) {
    stream.restore(state.get("coin"));
  }
}
