package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.ArmRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentBlockingStub;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.OperatorGrpc;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.ResetRequest;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.WatchStateRequest;

/** What a bridge refuses, and what it does when somebody is lost, over a real socket. */
class BridgeOverSocketTest {

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final ManualClock clock = new ManualClock();
  private BridgeServer server;
  private ManagedChannel channel;
  private InstrumentBlockingStub raw;
  private OperatorClient operator;
  private final List<BridgeClient> clients = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            clock,
            event -> {});
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    raw = InstrumentGrpc.newBlockingStub(channel);
    operator = OperatorClient.withToken(address(), server.operatorToken().secret(), "operator");
  }

  @AfterEach
  void stop() {
    clients.forEach(BridgeClient::close);
    operator.close();
    channel.shutdownNow();
    server.close();
  }

  private BridgeAddress address() {
    return new BridgeAddress("127.0.0.1", server.port());
  }

  private static BridgeException refusal(ThrowingCallable call) {
    BridgeException refusal = catchThrowableOfType(BridgeException.class, call);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static TipPosition up(double z) {
    return new TipPosition(0, 0, z);
  }

  private BridgeClient client(String holder) {
    BridgeClient client = new BridgeClient(address(), holder);
    clients.add(client);
    return client;
  }

  /** A lease whose heartbeats never come; the clock of the server stands still. */
  private String silentLease() {
    return raw.acquireLease(AcquireLeaseRequest.newBuilder().setHolder("silent").build())
        .getLeaseId();
  }

  private void silentApproach(String lease) {
    assertThat(
            raw.approach(
                    ApproachRequest.newBuilder()
                        .setHeader(CommandHeader.newBuilder().setLeaseId(lease).setSequence(1))
                        .build())
                .getReply()
                .getExecuted())
        .isTrue();
  }

  private StatusRuntimeException silentMove(String lease, long sequence, double metres) {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () ->
            raw.moveTip(
                MoveTipRequest.newBuilder()
                    .setHeader(CommandHeader.newBuilder().setLeaseId(lease).setSequence(sequence))
                    .setTarget(Position.newBuilder().setZM(metres))
                    .build()));
  }

  @Test
  void carriesOutALiftStepAndAnswersWithSignals() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      assertThat(client.approach().getInwardAzimuthRad()).isEqualTo(0.5);
      var reply = client.moveTip(new TipPosition(0.3, 0, 0.1));
      assertThat(reply.getExecuted()).isTrue();
      assertThat(reply.getSignals().getLog10ConductanceMean()).isEqualTo(3.5);
      assertThat(reply.getSignals().getCurrentA()).isEqualTo(20e-9);
      assertThat(reply.getSignals().hasFrequencyShiftHz()).isFalse();
      assertThat(reply.getPosition().getXM()).isEqualTo(0.3e-10);
    }
    assertThat(instrument.withdrawn()).as("closing the client withdraws").isTrue();
  }

  @Test
  void refusesAStepBeyondTheLimit() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      client.approach();
      BridgeException refusal = refusal(() -> client.moveTip(up(0.51)));
      assertThat(refusal.code()).isEqualTo(Status.Code.OUT_OF_RANGE);
      assertThat(refusal.getMessage())
          .startsWith("refused MoveTip #2: step of 0.51 Å exceeds 0.32 Å (phase lift, profile ")
          .endsWith("; nothing was moved");
      assertThat(instrument.moves()).containsExactly("approach");
    }
  }

  @Test
  void refusesWhatIsNotANumber() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      client.approach();
      assertThat(refusal(() -> client.moveTip(up(Double.NaN))).code())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(refusal(() -> client.moveTip(up(Double.NEGATIVE_INFINITY))))
          .hasMessageContaining("not three finite numbers");
      assertThat(refusal(() -> client.setBias(Double.NaN)).code())
          .isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(instrument.moves()).containsExactly("approach");
    }
  }

  @Test
  void refusesWhenUnarmed() {
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      BridgeException refusal = refusal(client::approach);
      assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusal).hasMessageContaining("not armed; an operator must arm it");
      assertThat(instrument.moves()).isEmpty();
    }
  }

  @Test
  void refusesAnExpiredLease() {
    operator.arm(Duration.ofMinutes(1));
    String lease = silentLease();
    clock.advance(1.1);
    StatusRuntimeException refusal = silentMove(lease, 1, 0.1e-10);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(refusal).hasMessageContaining("the lease of 'silent' expired");
    assertThat(instrument.moves()).isEmpty();
  }

  @Test
  void refusesASecondClient() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient first = client("first");
        BridgeClient second = client("second")) {
      first.acquireLease(false);
      first.approach();
      BridgeException refusal = refusal(() -> second.acquireLease(false));
      assertThat(refusal.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      assertThat(refusal).hasMessageContaining("'first' holds the lease");
      assertThat(silentMove("guessed", 2, 0.1e-10)).hasMessageContaining("'first' holds the lease");
      assertThat(instrument.moves()).containsExactly("approach");
    }
  }

  @Test
  void refusesARepeatedNumber() {
    operator.arm(Duration.ofMinutes(1));
    String lease = silentLease();
    silentApproach(lease);
    assertThat(silentMove(lease, 2, 0.1e-10)).isNull();
    StatusRuntimeException refusal = silentMove(lease, 2, 0.2e-10);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(refusal).hasMessageContaining("number 2 was seen already");
    assertThat(instrument.moves()).hasSize(2);
  }

  @Test
  void aSilentClientLosesTheTipAndLatchesTheTrip() {
    operator.arm(Duration.ofMinutes(1));
    silentApproach(silentLease());
    clock.advance(1.1);
    await().untilAsserted(() -> assertThat(instrument.withdrawn()).isTrue());
    await()
        .untilAsserted(
            () -> {
              StateReport state = client("observer").readState();
              assertThat(state.getState()).isEqualTo(SafetyState.TRIPPED);
              assertThat(state.getTripReason()).contains("no heartbeat of 'silent'");
              assertThat(state.getEngaged()).isFalse();
            });
    assertThat(refusal(() -> operator.arm(Duration.ofMinutes(1))))
        .hasMessageContaining("an operator must reset it");
    assertThat(operator.reset().getState()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void theEmergencyStopWorksTwiceAndPastQueuedCommands() {
    operator.arm(Duration.ofMinutes(1));
    String lease = silentLease();
    silentApproach(lease);
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    List<CompletableFuture<StatusRuntimeException>> queued = new ArrayList<>();
    for (int i = 2; i < 12; i++) {
      long sequence = i;
      queued.add(CompletableFuture.supplyAsync(() -> silentMove(lease, sequence, 0.1e-10)));
    }
    await().until(() -> instrument.moves().size() == 2);

    CompletableFuture<StateReport> first =
        CompletableFuture.supplyAsync(() -> client("someone").emergencyStop());
    await().untilAsserted(() -> assertThat(instrument.withdrawn()).isTrue());
    assertThat(queued.stream().filter(CompletableFuture::isDone).toList())
        .as("the stop came before any command ended")
        .isEmpty();
    hold.countDown();

    assertThat(first.join().getState()).isEqualTo(SafetyState.TRIPPED);
    assertThat(client("another").emergencyStop().getState()).isEqualTo(SafetyState.TRIPPED);
    queued.forEach(command -> assertThat(command.join()).isNotNull());
    assertThat(instrument.moves()).as("no queued command reached the instrument").hasSize(2);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aTripLatchesUntilTheOperatorResets() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      client.emergencyStop();
      assertThat(refusal(() -> client.acquireLease(false))).hasMessageContaining("tripped");
      operator.reset();
      operator.arm(Duration.ofMinutes(1));
      client.acquireLease(false);
      assertThat(client.approach().getReply().getExecuted()).isTrue();
    }
  }

  @Test
  void anAgentCannotArmDisarmOrReset() {
    var withoutToken = OperatorGrpc.newBlockingStub(channel);
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                withoutToken.arm(
                    ArmRequest.newBuilder().setDurationS(60).setOperator("agent").build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(refusal).hasMessageContaining("refused Arm: only the operator may");
    try (OperatorClient guessing = OperatorClient.withToken(address(), "0".repeat(64), "agent")) {
      assertThat(refusal(() -> guessing.arm(Duration.ofMinutes(1))).code())
          .isEqualTo(Status.Code.PERMISSION_DENIED);
      client("anybody").emergencyStop();
      assertThat(refusal(guessing::reset).code()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(refusal(guessing::disarm).code()).isEqualTo(Status.Code.PERMISSION_DENIED);
    }
    assertThat(
            catchThrowableOfType(
                StatusRuntimeException.class,
                () -> withoutToken.reset(ResetRequest.getDefaultInstance())))
        .isNotNull();
    assertThat(server.supervisor().state().state().name()).isEqualTo("TRIPPED");
  }

  @Test
  void aDryRunAnswersWithThePlanAndMovesNothing() {
    try (BridgeClient client = client("agent")) {
      assertThat(client.acquireLease(true).getState()).isEqualTo(SafetyState.DRY_RUN);
      client.approach();
      var reply = client.moveTip(up(0.1));
      assertThat(reply.getExecuted()).isFalse();
      assertThat(reply.getPlan())
          .isEqualTo("move the tip from (0.00, 0.00, 0.00) Å to (0.00, 0.00, 0.10) Å, by 0.100 Å");
      client.withdraw();
      assertThat(client.checkTip().hasHeightChangeM()).isFalse();
    }
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void anInstrumentThatThrowsIsTrippedAndWithdrawn() {
    operator.arm(Duration.ofMinutes(1));
    try (BridgeClient client = client("agent")) {
      client.acquireLease(false);
      client.approach();
      instrument.failure = new IllegalStateException("no answer from the controller");
      BridgeException tripped = refusal(() -> client.moveTip(up(0.1)));
      assertThat(tripped.code()).isEqualTo(Status.Code.ABORTED);
      assertThat(tripped).hasMessageContaining("no answer from the controller");
      assertThat(instrument.withdrawn()).isTrue();
      assertThat(client.readState().getState()).isEqualTo(SafetyState.TRIPPED);
    }
  }

  @Test
  void observersWatchTheStateWithoutALease() {
    Iterator<StateReport> states = raw.watchState(WatchStateRequest.getDefaultInstance());
    assertThat(states.next().getState()).isEqualTo(SafetyState.READ_ONLY);
    operator.arm(Duration.ofMinutes(1));
    assertThat(states.next().getState()).isEqualTo(SafetyState.ARMED);
    client("someone").emergencyStop();
    assertThat(states.next().getState()).isEqualTo(SafetyState.TRIPPED);
  }

  @Test
  void describesItselfWithItsLimits() {
    Description description = client("observer").describe();
    assertThat(description.getName()).isEqualTo("recording");
    assertThat(description.hasSimulation()).isFalse();
    assertThat(description.getLimitsList())
        .anySatisfy(
            limit -> {
              assertThat(limit.getName()).isEqualTo("step");
              assertThat(limit.getHigh()).isEqualTo(0.32e-10);
              assertThat(limit.hasLow()).isFalse();
              assertThat(limit.getWhere()).startsWith("profile lowtemp.conf line ");
            });
  }

  @Test
  void answersHealthChecks() {
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(
                    HealthCheckRequest.newBuilder().setService(InstrumentGrpc.SERVICE_NAME).build())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void listensOnLoopbackOnlyWithoutTls() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BridgeServer.start(
                    Listening.plain("0.0.0.0", 0),
                    instrument,
                    LimitProfileReader.shipped(),
                    clock,
                    event -> {}))
        .withMessageContaining("loopback only");
  }

  @Test
  void closingTheBridgeWithdraws() {
    operator.arm(Duration.ofMinutes(1));
    silentApproach(silentLease());
    server.close();
    // The watch may come round before the first withdrawal is confirmed, and try again.
    assertThat(instrument.done)
        .startsWith("approach", "withdraw")
        .endsWith("withdraw", "close")
        .containsOnlyOnce("approach", "close");
  }
}
