package org.tipwright.runs.deployment;

import io.grpc.Status;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.bridge.client.LiftOutcome;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.physics.NotConverged;

/**
 * Lifts on an instrument, one after another, for a policy that is deployed and for one that learns:
 * each is recorded, with the safety decisions that fell meanwhile. What is refused for being beyond
 * the limits cuts the lift, its outcome unknown, and brings the tip up.
 */
public final class InstrumentLane implements AutoCloseable {

  private final InstrumentLiftEnvironment instrument;
  private final @Nullable EpisodeRecorder recorder;
  private final EnvironmentCore environment;
  private final Queue<String> decisions = new ConcurrentLinkedQueue<>();
  private final float[] seen;
  private boolean refused;

  private InstrumentLane(InstrumentLiftEnvironment instrument, @Nullable EpisodeRecorder recorder) {
    this.instrument = instrument;
    this.recorder = recorder;
    this.environment = recorder == null ? instrument : recorder;
    this.seen = new float[instrument.observationSpec().size()];
  }

  /**
   * A lane of which nothing is recorded: for a dry run.
   *
   * @param instrument whose client has a lease for one
   */
  static InstrumentLane dry(InstrumentLiftEnvironment instrument) {
    return new InstrumentLane(instrument, null);
  }

  /**
   * A lane whose every lift is recorded.
   *
   * @param instrument whose client holds a lease
   * @param records where, by whom and with what policy
   */
  public static InstrumentLane recorded(InstrumentLiftEnvironment instrument, LiftRecords records) {
    return new InstrumentLane(instrument, records.of(instrument));
  }

  /** What is observed. */
  ObservationSpec observationSpec() {
    return instrument.observationSpec();
  }

  /** What can be done. */
  ActionSpec.Discrete actionSpec() {
    return instrument.actionSpec();
  }

  /**
   * Approaches the next molecule.
   *
   * @throws BridgeException if the bridge refuses or trips
   * @throws org.tipwright.bridge.client.NoContactException if there is nothing to hold
   */
  void reset(float[] observation, int offset) throws NotConverged {
    refused = false;
    environment.reset(observation, offset);
    System.arraycopy(observation, offset, seen, 0, seen.length);
  }

  /**
   * Moves; after a refusal {@code observation} holds what was observed before.
   *
   * @throws BridgeException if the bridge trips, or cannot be reached
   */
  StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    noteDecisions();
    StepType type;
    try {
      type = environment.step(action, actionOffset, observation, offset);
    } catch (BridgeException thrown) {
      if (thrown.code() != Status.Code.OUT_OF_RANGE) {
        throw thrown;
      }
      refused = true;
      instrument.letGo();
      System.arraycopy(seen, 0, observation, offset, seen.length);
      return StepType.TRUNCATED;
    }
    System.arraycopy(observation, offset, seen, 0, seen.length);
    return type;
  }

  /** Reward of the last step, 0 if it was refused. */
  float reward() {
    return refused ? 0 : environment.reward();
  }

  /** Has a safety decision written into the record of the lift in progress. From any thread. */
  public void decided(String decision) {
    decisions.add(decision);
  }

  private void noteDecisions() {
    for (String decision = decisions.poll(); decision != null; decision = decisions.poll()) {
      if (recorder != null) {
        recorder.note("safety", decision);
      }
    }
  }

  /** How the last lift ended. */
  LiftOutcome outcome() {
    return instrument.outcome();
  }

  /** Whether an operator had it count for nothing. */
  boolean voided() {
    return instrument.voided();
  }

  /** Whether the last step was refused, and so was none. */
  boolean refused() {
    return refused;
  }

  /** Whether a lift may follow a success, as with a simulation, which has another molecule then. */
  boolean goesOnAfterSuccess() {
    return instrument.goesOnAfterSuccess();
  }

  /** Ends the record of a lift in progress. */
  @Override
  public void close() {
    noteDecisions();
    if (recorder != null) {
      recorder.close();
    }
  }
}
