package org.tipwright.runs.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.InstrumentLiftEnvironment;
import org.tipwright.bridge.command.OwnBridge;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.env.StepType;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.EpisodeReader;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.agent.LaneLost;

class LearningLaneTest {

  private static final Config STRONG_TIP =
      ConfigFactory.parseString("site.strength-nanonewton.mean = 3")
          .withFallback(Tasks.defaults("lift"));
  private static final float REFUSED = -0.5f;

  @TempDir private Path folder;

  private OwnBridge bridge;
  private BridgeClient client;

  @BeforeEach
  void start() throws IOException {
    bridge = OwnBridge.start(STRONG_TIP, 11, event -> {});
    client = new BridgeClient(bridge.address(), "agent");
    client.acquireLease(false);
  }

  @AfterEach
  void stop() {
    client.close();
    bridge.close();
  }

  private LearningLane lane(Path records) {
    InstrumentLiftEnvironment instrument =
        new InstrumentLiftEnvironment(client, STRONG_TIP, 1, sentence -> {});
    return new LearningLane(
        InstrumentLane.recorded(
            instrument,
            new LiftRecords(lift -> records.resolve(lift + ".episode"), "none", "here", "nobody")),
        REFUSED,
        () -> bridge.arm(Duration.ofMinutes(5)),
        client::releaseLease,
        sentence -> {});
  }

  @Test
  void aMoveBeyondTheLimitsEndsTheLiftAsAFailureWithTheTipUp() throws Exception {
    LearningLane lane = lane(folder);
    float[] observation = new float[lane.observationSpec().size()];
    lane.reset(observation, 0);
    StepType type = StepType.FIRST;
    int moves = 0;
    float[] before = {};
    while (!type.isLast()) {
      before = observation.clone();
      type = move(lane, LiftMove.RIGHT, observation);
      moves++;
    }
    assertThat(moves).as("18 Å in steps of 0.3 Å, and one more").isEqualTo(61);
    assertThat(type).isEqualTo(StepType.TERMINATED);
    assertThat(lane.reward()).isEqualTo(REFUSED);
    assertThat(lane.succeeded()).isFalse();
    assertThat(observation).as("nothing was moved").containsExactly(before);
    StateReport state = client.readState();
    assertThat(state.getEngaged()).isFalse();
    assertThat(state.getState()).isEqualTo(SafetyState.ARMED);
    assertThat(EpisodeReader.read(folder.resolve("0.episode")).steps()).hasSize(60);
    lane.reset(observation, 0);
    assertThat(move(lane, LiftMove.UP, observation)).isEqualTo(StepType.MID);
    assertThat(lane.reward()).isNotEqualTo(REFUSED);
  }

  @Test
  void aLiftThatCannotBeRecordedIsLostWithTheTipUp() throws IOException {
    LearningLane lane = lane(Files.createFile(folder.resolve("no-folder")));
    float[] observation = new float[lane.observationSpec().size()];
    assertThatThrownBy(() -> lane.reset(observation, 0))
        .isInstanceOf(LaneLost.class)
        .hasMessageContaining("the episode could not be recorded");
    StateReport state = client.readState();
    assertThat(state.getEngaged()).isFalse();
    assertThat(state.getLeaseHolder()).as("nobody lifts on").isEmpty();
  }

  @Test
  void aTripIsALostLane() throws Exception {
    LearningLane lane = lane(folder);
    float[] observation = new float[lane.observationSpec().size()];
    lane.reset(observation, 0);
    client.emergencyStop();
    assertThatThrownBy(() -> move(lane, LiftMove.UP, observation)).isInstanceOf(LaneLost.class);
    assertThat(client.readState().getState()).isEqualTo(SafetyState.TRIPPED);
    assertThat(Files.exists(folder.resolve("0.episode"))).isTrue();
  }

  private static StepType move(LearningLane lane, LiftMove move, float[] observation)
      throws NotConverged {
    return lane.step(new float[] {move.ordinal()}, 0, observation, 0);
  }
}
