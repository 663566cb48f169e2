package org.tipwright.runs.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.bridge.command.OwnBridge;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.random.Seeds;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.deployment.EmergencyStop;
import org.tipwright.runs.deployment.InstrumentLane;
import org.tipwright.runs.deployment.InstrumentUri;
import org.tipwright.runs.deployment.LearningLane;
import org.tipwright.runs.deployment.LiftRecords;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.training.TrainingOutcome;
import org.tipwright.runs.training.TrainingPlan;

/**
 * A training that lifts on an instrument: it holds the lease of the bridge and records every lift.
 * Ctrl-C is an emergency stop, and not the end of a round: who presses it wants the tip up.
 */
final class InstrumentTraining {

  /** Of the bridge that is started for {@code sim}, for each lift; any other its operator arms. */
  private static final Duration ARMING = Duration.ofMinutes(15);

  private static final int APPROACHES = 3;

  /** The training itself. */
  interface Body {

    /**
     * Trains to the end.
     *
     * @param lane the instrument
     * @param ended completed with a sentence when no lift can follow the last
     */
    TrainingOutcome train(EnvironmentCore lane, CompletableFuture<String> ended)
        throws IOException, InterruptedException;
  }

  private final TrainingPlan plan;
  private final @Nullable Path tls;
  private final Consumer<String> messages;
  private final AtomicReference<@Nullable InstrumentLane> lane = new AtomicReference<>();

  /**
   * A training that has not begun.
   *
   * @param tls folder of the agent's certificate, if the instrument's address asks for one
   * @param messages gets a sentence for each approach without contact
   */
  InstrumentTraining(TrainingPlan plan, @Nullable Path tls, Consumer<String> messages) {
    this.plan = plan;
    this.tls = tls;
    this.messages = messages;
  }

  /** Refuses settings with which an instrument cannot be learnt from. */
  static void check(Config config) {
    if (!config.getString("task").equals("lift")) {
      throw new WrongUse(
          "no instrument has the task '" + config.getString("task") + "'; train the preset 'lift'");
    }
    int lanes = config.getInt("training.groups") * config.getInt("training.lanes-per-group");
    if (lanes != 1) {
      throw new WrongUse(
          "an instrument has one tip, but training.groups × training.lanes-per-group = "
              + lanes
              + "; set both to 1");
    }
    if (config.getInt("training.workers") != 1) {
      throw new WrongUse("an instrument has one tip; set training.workers to 1");
    }
    if (config.getBoolean("training.overlap")) {
      throw new WrongUse(
          "training.overlap would learn during the next lift, from an instrument that may end any;"
              + " set it to off");
    }
    if (config.getInt("training.steps-per-lane") != 0) {
      throw new WrongUse(
          "training.steps-per-lane would cut lifts with the tip in contact; set it to 0, and"
              + " training.episodes-per-round to how many lifts are to be learnt from at once");
    }
  }

  /**
   * Trains.
   *
   * @throws WrongUse if the instrument is none, or does not offer what the task observes
   * @throws org.tipwright.bridge.client.BridgeException if its bridge does not answer or gives no
   *     lease
   */
  TrainingOutcome run(Body body) throws IOException, InterruptedException {
    Config config = plan.config();
    Optional<BridgeAddress> address = InstrumentUri.parse(config.getString("instrument"), tls);
    if (address.isPresent()) {
      return at(address.get(), () -> {}, body);
    }
    long seed = Seeds.derive(config.getLong("seed"), "instrument", liftsBefore());
    try (OwnBridge own =
        OwnBridge.start(config.getConfig("env"), seed, event -> tell(event.text()))) {
      return at(own.address(), () -> own.arm(ARMING), body);
    }
  }

  /** A run that goes on meets other molecules than those it began with. */
  private long liftsBefore() throws IOException {
    Path lifts = new RunDirectory(plan.directory()).lifts();
    if (!Files.isDirectory(lifts)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(lifts)) {
      return files.count();
    }
  }

  private TrainingOutcome at(BridgeAddress address, Runnable arm, Body body)
      throws IOException, InterruptedException {
    CompletableFuture<String> ended = new CompletableFuture<>();
    try (BridgeClient client = new BridgeClient(address, "tipwright train")) {
      client.acquireLease(false, policy());
      LiftRecords records =
          new LiftRecords(
              LiftFiles.in(new RunDirectory(plan.directory()).lifts(), "train"),
              policy(),
              client.address().toString(),
              System.getProperty("user.name", ""));
      try (EmergencyStop stop = EmergencyStop.of(client);
          InstrumentLane ready = InstrumentLane.recorded(instrument(client), records)) {
        lane.set(ready);
        float refusedReward = LiftSettings.from(plan.config().getConfig("env")).ruptureReward();
        return body.train(
            new LearningLane(ready, refusedReward, arm, client::releaseLease, ended::complete),
            ended);
      } finally {
        lane.set(null);
      }
    }
  }

  private InstrumentLiftEnvironment instrument(BridgeClient client) {
    try {
      return new InstrumentLiftEnvironment(
          client, plan.config().getConfig("env"), APPROACHES, messages);
    } catch (IllegalArgumentException unfit) {
      throw new WrongUse(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private String policy() {
    return "in training, run " + ChosenRun.name(new RunDirectory(plan.directory()));
  }

  private void tell(String decision) {
    InstrumentLane running = lane.get();
    if (running != null) {
      running.decided(decision);
    }
  }
}
