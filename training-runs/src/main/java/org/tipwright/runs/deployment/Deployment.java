package org.tipwright.runs.deployment;

import io.grpc.Status;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.bridge.client.LiftOutcome;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.env.episode.EpisodeSetting;
import org.tipwright.physics.NotConverged;

/** A trained policy on an instrument, one lift after another, each recorded. */
public final class Deployment implements AutoCloseable {

  private final InstrumentLiftEnvironment instrument;
  private final TrainedPolicy policy;
  private final LongFunction<Path> files;
  private final @Nullable EpisodeRecorder recorder;
  private final Queue<String> decisions = new ConcurrentLinkedQueue<>();
  private final float[] observation;
  private final float[] action;
  private int lifts;

  private Deployment(
      InstrumentLiftEnvironment instrument,
      TrainedPolicy policy,
      LongFunction<Path> files,
      @Nullable EpisodeRecorder recorder) {
    this.instrument = instrument;
    this.policy = policy;
    this.files = files;
    this.recorder = recorder;
    this.observation = new float[instrument.observationSpec().size()];
    this.action = new float[instrument.actionSpec().size()];
  }

  /**
   * Makes ready to lift, through a client that holds a lease.
   *
   * @param approaches how many are made at most for one contact
   * @param told gets a sentence for each approach without contact
   * @param files record of the lift of this index, from 0; in folders that exist
   * @throws IllegalArgumentException if the instrument does not offer what the policy needs
   */
  public static Deployment armed(
      BridgeClient client,
      TrainedPolicy policy,
      int approaches,
      Consumer<String> told,
      LongFunction<Path> files,
      String operator) {
    InstrumentLiftEnvironment instrument = fitting(client, policy, approaches, told);
    EpisodeSetting setting =
        new EpisodeSetting(
            "lift",
            instrument.episodeSettings(),
            policy.identity(),
            client.address().toString(),
            operator,
            false);
    return new Deployment(
        instrument,
        policy,
        files,
        new EpisodeRecorder(instrument, setting, files, instrument::instrumentSeconds));
  }

  /**
   * Makes ready for a dry run, through a client whose lease is one; nothing is recorded.
   *
   * @param plans gets a sentence for each command that would have been carried out
   */
  public static Deployment dry(BridgeClient client, TrainedPolicy policy, Consumer<String> plans) {
    return new Deployment(fitting(client, policy, 1, plans), policy, lift -> Path.of(""), null);
  }

  private static InstrumentLiftEnvironment fitting(
      BridgeClient client, TrainedPolicy policy, int approaches, Consumer<String> plans) {
    InstrumentLiftEnvironment instrument =
        new InstrumentLiftEnvironment(
            client, policy.card().settings().getConfig("env"), approaches, plans);
    policy.check(instrument.observationSpec(), instrument.actionSpec());
    return instrument;
  }

  /** Whether a lift may follow a success, as with a simulation, which has another molecule then. */
  public boolean goesOnAfterSuccess() {
    return instrument.goesOnAfterSuccess();
  }

  /** Has a safety decision written into the record of the lift in progress. From any thread. */
  public void decided(String decision) {
    decisions.add(decision);
  }

  /**
   * Lifts the next molecule. A move beyond the limits is refused and ends that lift, its outcome
   * unknown.
   *
   * @throws org.tipwright.bridge.client.BridgeException if the bridge refuses or trips: the tip is
   *     up or on its way, and the record holds the lift so far
   * @throws org.tipwright.bridge.client.NoContactException if it could not begin: nothing is
   *     counted or recorded
   */
  public DeployedLift lift() throws NotConverged {
    EnvironmentCore environment = recorder == null ? instrument : recorder;
    environment.reset(observation, 0);
    int lift = lifts++;
    int steps = 0;
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      noteDecisions();
      policy.act(observation, action, 1);
      try {
        type = environment.step(action, 0, observation, 0);
      } catch (BridgeException refused) {
        if (refused.code() != Status.Code.OUT_OF_RANGE) {
          throw refused;
        }
        // The policy asked for more than the limits allow: that lift is over, the next may follow.
        return lifted(lift, LiftOutcome.UNKNOWN, steps);
      }
      steps++;
    }
    return lifted(lift, instrument.outcome(), steps);
  }

  private DeployedLift lifted(int lift, LiftOutcome outcome, int steps) {
    return new DeployedLift(
        outcome,
        instrument.voided(),
        steps,
        recorder == null ? Optional.empty() : Optional.of(files.apply(lift)));
  }

  private void noteDecisions() {
    for (String decision = decisions.poll(); decision != null; decision = decisions.poll()) {
      if (recorder != null) {
        recorder.note("safety", decision);
      }
    }
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
