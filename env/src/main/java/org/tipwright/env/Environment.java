package org.tipwright.env;

import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/** One environment for people: every step gives a {@link TimeStep} of its own. */
public final class Environment {

  private final EnvironmentCore core;
  private final float[] action;

  /** Wraps {@code core}, which must not be stepped by anyone else meanwhile. */
  public Environment(EnvironmentCore core) {
    this.core = core;
    this.action = new float[core.actionSpec().size()];
  }

  /** Shape, names, units and bounds of what is observed. */
  public ObservationSpec observationSpec() {
    return core.observationSpec();
  }

  /** Shape of what can be done. */
  public ActionSpec actionSpec() {
    return core.actionSpec();
  }

  /** Seeds every random stream and starts the first episode. */
  public TimeStep reset(long seed) throws NotConverged {
    core.seed(seed);
    return reset();
  }

  /** Starts the next episode with the random streams as they are. */
  public TimeStep reset() throws NotConverged {
    float[] observation = new float[core.observationSpec().size()];
    core.reset(observation, 0);
    return TimeStep.restart(observation);
  }

  /** Does the discrete action of this index. */
  public TimeStep step(int choice) throws NotConverged {
    action[0] = choice;
    return step(action);
  }

  /** Does an action, one value per component of the action spec. */
  public TimeStep step(float[] values) throws NotConverged {
    float[] observation = new float[core.observationSpec().size()];
    StepType type = core.step(values, 0, observation, 0);
    return switch (type) {
      case MID -> TimeStep.transition(core.reward(), observation);
      case TERMINATED -> TimeStep.termination(core.reward(), observation);
      case TRUNCATED -> TimeStep.truncation(core.reward(), observation);
      case FIRST ->
          throw new IllegalStateException("an environment must not answer a step with FIRST");
    };
  }

  /** Whether the episode has ended in what the task calls success. */
  public boolean succeeded() {
    return core.succeeded();
  }

  /** All that the next {@link #reset()} depends on. */
  public StreamsState saveStreams() {
    return core.saveStreams();
  }

  /** Goes back to a saved state. */
  public void restoreStreams(StreamsState state) {
    core.restoreStreams(state);
  }
}
