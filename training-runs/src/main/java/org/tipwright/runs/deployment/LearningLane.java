package org.tipwright.runs.deployment;

import java.util.Map;
import java.util.function.Consumer;
import org.tipwright.bridge.client.LiftOutcome;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.agent.LaneLost;

/**
 * An instrument as the one lane of a run that learns on it. It cannot be seeded or put back: its
 * streams are empty. Whatever it throws ends the run, and gives the lease back before, which brings
 * the tip up.
 *
 * <p>Where the instrument is no simulation, no lift follows one after which the tip may be loaded.
 */
public final class LearningLane implements EnvironmentCore {

  private static final StreamsState NOTHING = new StreamsState(Map.of());

  private final InstrumentLane lane;
  private final float refusedReward;
  private final Runnable beforeLift;
  private final Runnable giveUp;
  private final Consumer<String> ended;
  private boolean over;

  /**
   * A lane for one run.
   *
   * @param lane what is lifted with
   * @param refusedReward of a move beyond the limits, which ends a lift as a rupture does
   * @param beforeLift done before each approach
   * @param giveUp gives the lease back
   * @param ended told, in a sentence, why no lift can follow the one that has just ended
   */
  public LearningLane(
      InstrumentLane lane,
      float refusedReward,
      Runnable beforeLift,
      Runnable giveUp,
      Consumer<String> ended) {
    this.lane = lane;
    this.refusedReward = refusedReward;
    this.beforeLift = beforeLift;
    this.giveUp = giveUp;
    this.ended = ended;
  }

  @Override
  public ObservationSpec observationSpec() {
    return lane.observationSpec();
  }

  @Override
  public ActionSpec.Discrete actionSpec() {
    return lane.actionSpec();
  }

  /** Does nothing: an instrument cannot be seeded from here. */
  @Override
  public void seed(long seed) {}

  /**
   * Approaches the next molecule.
   *
   * @throws LaneLost if there is nothing to hold, the bridge refuses or trips, or the tip may be
   *     loaded
   */
  @Override
  public void reset(float[] observation, int offset) throws NotConverged {
    try {
      if (over) {
        throw new IllegalStateException("the tip may be loaded since the lift before");
      }
      beforeLift.run();
      lane.reset(observation, offset);
    } catch (RuntimeException lost) {
      throw lost(lost);
    }
  }

  /**
   * Moves.
   *
   * @throws LaneLost if the bridge trips, or cannot be reached, or the lift cannot be recorded
   */
  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    StepType type;
    try {
      type = lane.step(action, actionOffset, observation, offset);
    } catch (RuntimeException lost) {
      throw lost(lost);
    }
    if (type.isLast() && !lane.goesOnAfterSuccess() && mayBeLoaded(lane.outcome())) {
      over = true;
      ended.accept(
          lane.outcome() == LiftOutcome.SUCCESS
              ? "the tip carries the molecule: put it down before the run goes on"
              : "it is not known what hangs on the tip: see to it before the run goes on");
    }
    return lane.refused() ? StepType.TERMINATED : type;
  }

  private static boolean mayBeLoaded(LiftOutcome outcome) {
    return switch (outcome) {
      case RUPTURE, DROPPED -> false;
      case SUCCESS, TIP_CHANGED, UNKNOWN -> true;
    };
  }

  private LaneLost lost(RuntimeException thrown) {
    try {
      giveUp.run();
    } catch (RuntimeException unreachable) {
      // Nobody answers: without a heartbeat the bridge brings the tip up by itself.
      thrown.addSuppressed(unreachable);
    }
    return new LaneLost(String.valueOf(thrown.getMessage()), thrown);
  }

  @Override
  public float reward() {
    return lane.refused() ? refusedReward : lane.reward();
  }

  /** Whether the last lift succeeded, and no operator had it count for nothing. */
  @Override
  public boolean succeeded() {
    return lane.outcome() == LiftOutcome.SUCCESS && !lane.voided();
  }

  /** None: an instrument cannot go back. */
  @Override
  public StreamsState saveStreams() {
    return NOTHING;
  }

  /** Does nothing: the next lift is of whatever lies under the tip. */
  @Override
  public void restoreStreams(StreamsState state) {}
}
