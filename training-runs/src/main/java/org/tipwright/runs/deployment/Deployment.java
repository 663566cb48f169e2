package org.tipwright.runs.deployment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.env.StepType;
import org.tipwright.physics.NotConverged;

/** A trained policy on an instrument, one lift after another, each recorded. */
public final class Deployment implements AutoCloseable {

  private final InstrumentLane lane;
  private final TrainedPolicy policy;
  private final @Nullable LongFunction<Path> files;
  private final float[] observation;
  private final float[] action;
  private int lifts;

  private Deployment(
      InstrumentLane lane, TrainedPolicy policy, @Nullable LongFunction<Path> files) {
    this.lane = lane;
    this.policy = policy;
    this.files = files;
    this.observation = new float[lane.observationSpec().size()];
    this.action = new float[lane.actionSpec().size()];
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
    LiftRecords records =
        new LiftRecords(files, policy.identity(), client.address().toString(), operator);
    return new Deployment(InstrumentLane.recorded(instrument, records), policy, files);
  }

  /**
   * Makes ready for a dry run, through a client whose lease is one; nothing is recorded.
   *
   * @param plans gets a sentence for each command that would have been carried out
   */
  public static Deployment dry(BridgeClient client, TrainedPolicy policy, Consumer<String> plans) {
    return new Deployment(InstrumentLane.dry(fitting(client, policy, 1, plans)), policy, null);
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
    return lane.goesOnAfterSuccess();
  }

  /** Has a safety decision written into the record of the lift in progress. From any thread. */
  public void decided(String decision) {
    lane.decided(decision);
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
    lane.reset(observation, 0);
    int lift = lifts++;
    int steps = 0;
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      policy.act(observation, action, 1);
      type = lane.step(action, 0, observation, 0);
      steps += lane.refused() ? 0 : 1;
    }
    return new DeployedLift(
        lane.outcome(),
        lane.voided(),
        steps,
        files == null ? Optional.empty() : Optional.of(files.apply(lift)));
  }

  /** Ends the record of a lift in progress. */
  @Override
  public void close() {
    lane.close();
  }
}
