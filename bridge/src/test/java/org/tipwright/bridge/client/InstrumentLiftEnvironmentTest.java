package org.tipwright.bridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.command.OwnBridge;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftTask;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

class InstrumentLiftEnvironmentTest {

  private static final Config SETTINGS = Tasks.defaults("lift");
  private static final Config STRONG_TIP =
      ConfigFactory.parseString("site.strength-nanonewton.mean = 3").withFallback(SETTINGS);

  private final List<String> plans = new ArrayList<>();
  private OwnBridge bridge;
  private BridgeClient client;

  @BeforeEach
  void start() throws IOException {
    serve(SETTINGS);
  }

  @AfterEach
  void stop() {
    client.close();
    bridge.close();
  }

  private void serve(Config instrument) throws IOException {
    bridge = OwnBridge.start(instrument, 11, event -> {});
    client = new BridgeClient(bridge.address(), "agent");
  }

  private void serveInstead(Config instrument) throws IOException {
    stop();
    serve(instrument);
  }

  private InstrumentLiftEnvironment armed(Config policy) {
    bridge.arm(Duration.ofMinutes(5));
    client.acquireLease(false);
    return new InstrumentLiftEnvironment(client, policy, 1, plans::add);
  }

  /** Every number that a policy or a record gets, episode after episode, must be the task's own. */
  @Test
  void theSimulatedTaskReplaysItBitForBit() throws NotConverged {
    InstrumentLiftEnvironment environment = armed(SETTINGS);
    LiftTask replay = new LiftTask(LiftSettings.from(environment.episodeSettings()));
    RandomStream moves = new RandomStream(3, "moves");
    float[] measured = new float[environment.observationSpec().size()];
    float[] replayed = new float[measured.length];
    assertThat(replay.observationSpec()).isEqualTo(environment.observationSpec());
    for (int episode = 0; episode < 4; episode++) {
      StreamsState streams = environment.saveStreams();
      replay.restoreStreams(streams);
      environment.reset(measured, 0);
      replay.reset(replayed, 0);
      assertThat(measured).containsExactly(replayed);
      StepType type = StepType.FIRST;
      while (!type.isLast()) {
        float[] action = {moves.nextInt(LiftMove.ALL.size())};
        type = environment.step(action, 0, measured, 0);
        assertThat(replay.step(action, 0, replayed, 0)).isEqualTo(type);
        assertThat(measured).containsExactly(replayed);
        assertThat(environment.reward()).isEqualTo(replay.reward());
      }
      assertThat(environment.succeeded()).isEqualTo(replay.succeeded());
    }
  }

  @Test
  void aMoleculeThatHangsOnTheTipAfterTheLiftIsASuccess() throws IOException {
    serveInstead(STRONG_TIP);
    InstrumentLiftEnvironment environment = armed(SETTINGS);
    assertThat(liftStraightUp(environment)).isEqualTo(StepType.TERMINATED);
    assertThat(environment.outcome()).isEqualTo(LiftOutcome.SUCCESS);
    assertThat(environment.reward()).isEqualTo(1.01f);
    StateReport state = client.readState();
    assertThat(state.getEngaged()).isFalse();
    assertThat(state.getPosition().getZM()).isGreaterThanOrEqualTo(20e-10);
  }

  @Test
  void aLiftThatAnOperatorHasVoidedCountsForNothing() throws IOException {
    serveInstead(STRONG_TIP);
    InstrumentLiftEnvironment environment = armed(SETTINGS);
    float[] observation = new float[environment.observationSpec().size()];
    environment.reset(observation, 0);
    bridge.voidAttempt("a door");
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      type = environment.step(new float[] {LiftMove.UP.ordinal()}, 0, observation, 0);
    }
    assertThat(type).isEqualTo(StepType.TRUNCATED);
    assertThat(environment.voided()).isTrue();
    assertThat(environment.outcome()).as("what hangs on the tip").isEqualTo(LiftOutcome.SUCCESS);
    assertThat(environment.reward()).isLessThan(1);
    environment.reset(observation, 0);
    assertThat(environment.voided()).isFalse();
  }

  @Test
  void aPolicyOfAnotherVersionIsToldSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new InstrumentLiftEnvironment(
                    client, SETTINGS.withoutPath("reward.success"), 1, plans::add))
        .withMessageContaining("trained by another version");
  }

  @Test
  void aBrokenBondIsRecognisedOrFoundOutByTheArbiter() throws IOException {
    serveInstead(
        ConfigFactory.parseString("site.strength-nanonewton.mean = 0.6").withFallback(SETTINGS));
    InstrumentLiftEnvironment environment = armed(SETTINGS);
    liftStraightUp(environment);
    assertThat(environment.outcome()).isEqualTo(LiftOutcome.RUPTURE);
    assertThat(environment.succeeded()).isFalse();
    assertThat(environment.reward()).isEqualTo(-0.99f);
  }

  private static StepType liftStraightUp(InstrumentLiftEnvironment environment) {
    float[] observation = new float[environment.observationSpec().size()];
    environment.reset(observation, 0);
    StepType type = StepType.FIRST;
    while (!type.isLast()) {
      type = environment.step(new float[] {LiftMove.UP.ordinal()}, 0, observation, 0);
    }
    return type;
  }

  @Test
  void aDryRunPlansAWholeLiftAndMovesNothing() {
    client.acquireLease(true);
    InstrumentLiftEnvironment environment =
        new InstrumentLiftEnvironment(client, SETTINGS, 1, plans::add);
    assertThat(liftStraightUp(environment)).isEqualTo(StepType.TRUNCATED);
    assertThat(environment.outcome()).isEqualTo(LiftOutcome.UNKNOWN);
    assertThat(environment.succeeded()).isFalse();
    assertThat(plans).hasSize(1 + 140 + 3);
    assertThat(plans.get(1))
        .isEqualTo(
            "#2 would move the tip from (0.00, 0.00, 0.00) Å to (0.00, 0.00, 0.10) Å, by 0.100 Å");
    StateReport state = client.readState();
    assertThat(state.hasPosition()).as("nothing was ever carried out").isFalse();
    assertThat(state.getState()).isEqualTo(SafetyState.DRY_RUN);
  }

  @Test
  void aMoveBeyondTheLateralLimitEndsTheEpisodeWithTheReason() throws IOException, NotConverged {
    serveInstead(STRONG_TIP);
    InstrumentLiftEnvironment environment = armed(SETTINGS);
    float[] observation = new float[environment.observationSpec().size()];
    environment.reset(observation, 0);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 140; i++) {
                environment.step(new float[] {LiftMove.RIGHT.ordinal()}, 0, observation, 0);
              }
            })
        .isInstanceOf(BridgeException.class)
        .hasMessageContaining("lateral position of 18.30 Å exceeds 18.00 Å");
    LiftTask replay = new LiftTask(LiftSettings.from(environment.episodeSettings()));
    replay.restoreStreams(environment.saveStreams());
    assertThat(client.readState().getEngaged()).isFalse();
    environment.reset(observation, 0);
    float[] replayed = new float[observation.length];
    replay.reset(replayed, 0);
    assertThat(observation).as("the next lift replays").containsExactly(replayed);
  }

  @Test
  void refusesAnInstrumentThatDoesNotMeasureWhatThePolicyNeeds() throws IOException {
    serveInstead(
        ConfigFactory.parseString("observation.frequency-shift = off").withFallback(SETTINGS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> armed(SETTINGS))
        .withMessageContaining("instrument 'sim' measures only current")
        .withMessageContaining("retrain with observation.frequency-shift=off");
  }

  @Test
  void refusesAPolicyThatLiftsHigherThanTheInstrumentMay() {
    Config high = ConfigFactory.parseString("end.height-angstrom = 25").withFallback(SETTINGS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> armed(high))
        .withMessageContaining("a height of 25.000 Å, but instrument 'sim' allows 20.000 Å");
  }
}
