package org.tipwright.bridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.env.Tasks;

/** A lift whose approaches find nothing to hold, over a real socket. */
class NoContactTest {

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final List<String> told = new ArrayList<>();
  private BridgeServer server;
  private BridgeClient client;
  private InstrumentLiftEnvironment environment;
  private float[] observation;

  @BeforeEach
  void start() throws IOException {
    instrument.declared = List.of("current", "frequency-shift");
    instrument.frequencyShiftHertz = -3;
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {});
    BridgeAddress address = new BridgeAddress("127.0.0.1", server.port());
    try (OperatorClient operator =
        OperatorClient.withToken(address, server.operatorToken().secret(), "operator")) {
      assertThat(operator.arm(Duration.ofMinutes(5)).getState()).isEqualTo(SafetyState.ARMED);
    }
    client = new BridgeClient(address, "agent");
    client.acquireLease(false);
    environment = new InstrumentLiftEnvironment(client, Tasks.defaults("lift"), 3, told::add);
    observation = new float[environment.observationSpec().size()];
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void itIsGivenUpAfterSoManyApproachesWithTheTipUpAndTheBridgeArmed() {
    instrument.noContact = "nothing held the tip within 3 Å";
    assertThatThrownBy(() -> environment.reset(observation, 0))
        .isInstanceOf(NoContactException.class)
        .hasMessageContaining("no contact in 3 approaches")
        .hasMessageContaining("nothing held the tip within 3 Å");
    assertThat(instrument.moves()).containsExactly("approach", "approach", "approach");
    assertThat(told).hasSize(2);
    StateReport state = client.readState();
    assertThat(state.getState()).isEqualTo(SafetyState.ARMED);
    assertThat(state.getEngaged()).isFalse();
  }

  @Test
  void anApproachThatFindsSomethingAfterOneThatDidNotBeginsTheLift() {
    instrument.noContact = "nothing there";
    instrument.meanwhile = () -> instrument.meanwhile = () -> instrument.noContact = "";
    environment.reset(observation, 0);
    assertThat(instrument.moves()).containsExactly("approach", "approach");
    assertThat(told).containsExactly("no contact in approach 1 of 3: nothing there");
    assertThat(client.readState().getEngaged()).isTrue();
  }
}
