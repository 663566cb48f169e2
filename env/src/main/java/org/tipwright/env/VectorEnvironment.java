package org.tipwright.env;

import java.util.List;
import org.tipwright.physics.NotConverged;

/**
 * Steps several environments of one kind into flat arrays, allocating nothing per step.
 *
 * <p>Lane i's observation is at {@code observations[i * observationSize …]}, its action at {@code
 * actions[i * actionSize …]}. The arrays returned by the accessors are the vector's own and change
 * with each call.
 */
public final class VectorEnvironment {

  private final EnvironmentCore[] lanes;
  private final AutoresetMode autoreset;
  private final int observationSize;
  private final int actionSize;
  private final float[] observations;
  private final float[] finalObservations;
  private final float[] rewards;
  private final StepType[] types;
  private final boolean[] succeeded;
  private final boolean[] abandoned;
  private final boolean[] ended;

  /** Environments of equal specs; at least one. */
  public VectorEnvironment(List<? extends EnvironmentCore> lanes, AutoresetMode autoreset) {
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a vector environment needs at least one lane");
    }
    this.lanes = lanes.toArray(EnvironmentCore[]::new);
    this.autoreset = autoreset;
    this.observationSize = this.lanes[0].observationSpec().size();
    this.actionSize = this.lanes[0].actionSpec().size();
    for (EnvironmentCore lane : lanes) {
      if (!lane.observationSpec().equals(this.lanes[0].observationSpec())
          || !lane.actionSpec().equals(this.lanes[0].actionSpec())) {
        throw new IllegalArgumentException(
            "the lanes of a vector environment must have equal specs");
      }
    }
    int n = this.lanes.length;
    this.observations = new float[n * observationSize];
    this.finalObservations = new float[n * observationSize];
    this.rewards = new float[n];
    this.types = new StepType[n];
    this.succeeded = new boolean[n];
    this.abandoned = new boolean[n];
    this.ended = new boolean[n];
  }

  /** Starts the next episode in every lane. */
  public void reset() throws NotConverged {
    for (int lane = 0; lane < lanes.length; lane++) {
      reset(lane);
    }
  }

  /** Starts the next episode in one lane. */
  public void reset(int lane) throws NotConverged {
    lanes[lane].reset(observations, lane * observationSize);
    rewards[lane] = 0f;
    types[lane] = StepType.FIRST;
    succeeded[lane] = false;
    abandoned[lane] = false;
    ended[lane] = false;
  }

  /**
   * Steps every lane. A lane whose physics does not converge is marked {@link #abandoned} and
   * counts as ended: what it did in this episode must not be learnt from.
   */
  public void step(float[] actions) throws NotConverged {
    for (int lane = 0; lane < lanes.length; lane++) {
      if (ended[lane] && autoreset == AutoresetMode.NEXT_STEP) {
        reset(lane);
      } else {
        step(lane, actions);
      }
    }
  }

  /** Steps one lane with {@code actions[lane * actionSize …]}. */
  public void step(int lane, float[] actions) throws NotConverged {
    int at = lane * observationSize;
    abandoned[lane] = false;
    try {
      types[lane] = lanes[lane].step(actions, lane * actionSize, observations, at);
      rewards[lane] = lanes[lane].reward();
      succeeded[lane] = lanes[lane].succeeded();
    } catch (NotConverged notConverged) {
      types[lane] = StepType.TRUNCATED;
      rewards[lane] = 0f;
      succeeded[lane] = false;
      abandoned[lane] = true;
    }
    ended[lane] = types[lane].isLast();
    if (ended[lane]) {
      System.arraycopy(observations, at, finalObservations, at, observationSize);
      if (autoreset == AutoresetMode.SAME_STEP) {
        lanes[lane].reset(observations, at);
        ended[lane] = false;
      }
    }
  }

  /** Number of lanes. */
  public int size() {
    return lanes.length;
  }

  /** The environment in one lane, to seed it or to save its streams. */
  public EnvironmentCore lane(int lane) {
    return lanes[lane];
  }

  /** Current observations, lane by lane. */
  public float[] observations() {
    return observations;
  }

  /** For lanes whose last step ended an episode: the observation it ended with. */
  public float[] finalObservations() {
    return finalObservations;
  }

  /** Rewards of the last step. */
  public float[] rewards() {
    return rewards;
  }

  /**
   * Type of the last step; after a SAME_STEP autoreset still that of the step that ended the
   * episode.
   */
  public StepType[] types() {
    return types;
  }

  /** Whether the last step ended its episode in success. */
  public boolean[] succeeded() {
    return succeeded;
  }

  /** Whether the episode was given up in the last step because its physics did not converge. */
  public boolean[] abandoned() {
    return abandoned;
  }
}
