package org.tipwright.env;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/**
 * Observes the number of the episode and of the step, both from 1 on. Every step earns a half. Ends
 * as it is told; allocates nothing but for saved streams.
 */
public final class CountingEnvironment implements EnvironmentCore {

  private final int steps;
  private final StepType last;
  private final int divergesAt;
  private final ActionSpec.Discrete actions = new ActionSpec.Discrete(List.of("up", "down"));
  private final ObservationSpec observation =
      new ObservationSpec(
          List.of(new Component("episode", "1", 0, 1e6f), new Component("step", "1", 0, 1e6f)));
  private int episode = -1;
  private int step;
  private boolean running;

  private CountingEnvironment(int steps, StepType last, int divergesAt) {
    this.steps = steps;
    this.last = last;
    this.divergesAt = divergesAt;
  }

  /** Succeeds after so many steps. */
  public static CountingEnvironment terminatingAfter(int steps) {
    return new CountingEnvironment(steps, StepType.TERMINATED, Integer.MAX_VALUE);
  }

  /** Is cut after so many steps. */
  public static CountingEnvironment truncatingAfter(int steps) {
    return new CountingEnvironment(steps, StepType.TRUNCATED, Integer.MAX_VALUE);
  }

  /** Does not converge at a step. */
  public static CountingEnvironment divergingAt(int step) {
    return new CountingEnvironment(Integer.MAX_VALUE, StepType.TERMINATED, step);
  }

  @Override
  public ObservationSpec observationSpec() {
    return observation;
  }

  @Override
  public ActionSpec actionSpec() {
    return actions;
  }

  @Override
  public void seed(long seed) {
    episode = 0;
    running = false;
  }

  @Override
  public void reset(float[] into, int offset) {
    if (episode < 0) {
      throw new IllegalStateException("seed first");
    }
    episode++;
    step = 0;
    running = true;
    write(into, offset);
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] into, int offset)
      throws NotConverged {
    if (!running) {
      throw new IllegalStateException("reset first");
    }
    actions.index(action[actionOffset]);
    step++;
    running = step < steps;
    if (step == divergesAt) {
      running = false;
      throw new NotConverged("step " + step + " diverges");
    }
    write(into, offset);
    return running ? StepType.MID : last;
  }

  @Override
  public float reward() {
    return step == 0 ? 0f : 0.5f;
  }

  @Override
  public boolean succeeded() {
    return step == steps && last == StepType.TERMINATED;
  }

  @Override
  public StreamsState saveStreams() {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("episode", ByteBuffer.allocate(Integer.BYTES).putInt(episode).array());
    return new StreamsState(entries);
  }

  @Override
  public void restoreStreams(StreamsState state) {
    episode = ByteBuffer.wrap(state.get("episode")).getInt();
    running = false;
  }

  private void write(float[] into, int offset) {
    into[offset] = episode;
    into[offset + 1] = step;
  }
}
