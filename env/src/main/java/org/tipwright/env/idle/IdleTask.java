package org.tipwright.env.idle;

import com.typesafe.config.Config;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.Component;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.StreamsState;

/**
 * Does nothing: eight observed numbers that count the steps of the episode at different speeds,
 * five moves that change nothing, a reward of 0.01 a step, and a truncation at the end. It measures
 * what learners and the trainer cost by themselves.
 */
public final class IdleTask implements EnvironmentCore {

  private static final int NUMBERS = 8;
  private static final float STEP_REWARD = 0.01f;

  private static final ObservationSpec OBSERVATION =
      new ObservationSpec(
          IntStream.range(0, NUMBERS)
              .mapToObj(i -> new Component("clock-" + i, "1", 0f, 1f))
              .toList());

  private static final ActionSpec.Discrete ACTIONS =
      new ActionSpec.Discrete(List.of("none-0", "none-1", "none-2", "none-3", "none-4"));

  private final int episodeSteps;
  private boolean seeded;
  private boolean running;
  private float reward;
  private int step;

  /**
   * An idle task.
   *
   * @param settings complete settings, as in {@code idle.conf}
   * @throws IllegalArgumentException if an episode has no steps
   */
  public IdleTask(Config settings) {
    this.episodeSteps = settings.getInt("episode-steps");
    if (episodeSteps < 1) {
      throw new IllegalArgumentException(
          "episode-steps = " + episodeSteps + " but an episode has at least one step");
    }
  }

  @Override
  public ObservationSpec observationSpec() {
    return OBSERVATION;
  }

  @Override
  public ActionSpec actionSpec() {
    return ACTIONS;
  }

  @Override
  public void seed(long seed) {
    seeded = true;
    running = false;
  }

  @Override
  public void reset(float[] observation, int offset) {
    if (!seeded) {
      throw new IllegalStateException("the task was never seeded; call seed before reset");
    }
    step = 0;
    reward = 0f;
    running = true;
    write(observation, offset);
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset) {
    if (!running) {
      throw new IllegalStateException("no episode is in progress; call reset before step");
    }
    ACTIONS.index(action[actionOffset]);
    step++;
    reward = STEP_REWARD;
    running = step < episodeSteps;
    write(observation, offset);
    return running ? StepType.MID : StepType.TRUNCATED;
  }

  @Override
  public float reward() {
    return reward;
  }

  @Override
  public boolean succeeded() {
    return false;
  }

  @Override
  public StreamsState saveStreams() {
    return new StreamsState(Collections.emptySortedMap());
  }

  @Override
  public void restoreStreams(StreamsState state) {
    seeded = true;
    running = false;
  }

  private void write(float[] observation, int offset) {
    for (int i = 0; i < NUMBERS; i++) {
      int period = i + 1;
      observation[offset + i] = (float) (step % period) / period;
    }
  }
}
