package org.tipwright.agents.corridor;

import java.nio.ByteBuffer;
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
 * The smallest environment that learning can go wrong in: cells in a row, an episode starts in a
 * drawn one, moves go left or right. The left end pays 0.2, the right end 1, both terminate; an
 * episode is cut after a drawn 1 to 2 × {@code cut} steps. If {@code fragile}, a step fails to
 * converge now and then.
 */
public final class Corridor implements EnvironmentCore {

  /** Cells between the two ends. */
  public static final int CELLS = 8;

  private final int cut;
  private final boolean fragile;
  private RandomStream random = new RandomStream(0, "corridor");
  private int cell;
  private int stepsLeft;
  private float reward;
  private boolean succeeded;

  public Corridor(int cut, boolean fragile) {
    this.cut = cut;
    this.fragile = fragile;
  }

  @Override
  public ObservationSpec observationSpec() {
    return new ObservationSpec(List.of(new Component("cell", "1", 0, CELLS + 1)));
  }

  @Override
  public ActionSpec.Discrete actionSpec() {
    return new ActionSpec.Discrete(List.of("left", "right"));
  }

  @Override
  public void seed(long seed) {
    random = new RandomStream(seed, "corridor");
  }

  @Override
  public void reset(float[] observation, int offset) {
    cell = 1 + random.nextInt(CELLS);
    stepsLeft = 1 + random.nextInt(2 * cut);
    reward = 0;
    succeeded = false;
    observation[offset] = cell;
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    if (fragile && random.nextInt(20) == 0) {
      throw new NotConverged("the corridor shook");
    }
    cell += actionSpec().index(action[actionOffset]) == 1 ? 1 : -1;
    stepsLeft--;
    observation[offset] = cell;
    succeeded = cell == CELLS + 1;
    reward = succeeded ? 1f : cell == 0 ? 0.2f : 0f;
    if (cell == 0 || succeeded) {
      return StepType.TERMINATED;
    }
    return stepsLeft == 0 ? StepType.TRUNCATED : StepType.MID;
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
    return new StreamsState(
        Map.of("corridor", random.save(), "cut", ByteBuffer.allocate(4).putInt(cut).array()));
  }

  @Override
  public void restoreStreams(StreamsState state) {
    random.restore(state.get("corridor"));
  }
}
