package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.EmergencyStopRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.StateReport;

/** Many commands written into one call, over a real socket. */
class CommandStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double STEP = 0.1e-10;

  private final RecordingInstrument instrument = new RecordingInstrument();
  private BridgeServer server;
  private ManagedChannel channel;
  private String lease;
  private final Outcomes outcomes = new Outcomes();
  private ClientCallStreamObserver<CommandRequest> commands;

  /** What came back. */
  private static final class Outcomes implements StreamObserver<CommandOutcome> {
    private final List<CommandOutcome> all = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Status end;

    @Override
    public void onNext(CommandOutcome outcome) {
      all.add(outcome);
    }

    @Override
    public void onError(Throwable failure) {
      end = Status.fromThrowable(failure);
    }

    @Override
    public void onCompleted() {
      end = Status.OK;
    }
  }

  @BeforeEach
  void begin() throws IOException, Refusal {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {});
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    server.supervisor().arm("anna", 60);
    lease =
        InstrumentGrpc.newBlockingStub(channel)
            .acquireLease(AcquireLeaseRequest.newBuilder().setHolder("agent").build())
            .getLeaseId();
    commands =
        (ClientCallStreamObserver<CommandRequest>)
            InstrumentGrpc.newStub(channel).command(outcomes);
    commands.onNext(
        CommandRequest.newBuilder()
            .setApproach(ApproachRequest.newBuilder().setHeader(header(1)))
            .build());
  }

  @AfterEach
  void end() {
    channel.shutdownNow();
    server.close();
  }

  private CommandHeader header(long sequence) {
    return CommandHeader.newBuilder().setLeaseId(lease).setSequence(sequence).build();
  }

  private CommandRequest move(long sequence, double metres) {
    return CommandRequest.newBuilder()
        .setMoveTip(
            MoveTipRequest.newBuilder()
                .setHeader(header(sequence))
                .setTarget(Position.newBuilder().setZM(metres)))
        .build();
  }

  @Test
  void answersInTheOrderOfTheCommandsAndGoesOnAfterARefusal() {
    commands.onNext(move(2, STEP));
    commands.onNext(move(3, 20 * STEP));
    commands.onNext(CommandRequest.getDefaultInstance());
    commands.onNext(move(3, STEP));
    commands.onNext(move(4, 2 * STEP));
    commands.onCompleted();
    await().atMost(PATIENCE).until(() -> outcomes.end != null);
    assertThat(outcomes.end).isEqualTo(Status.OK);
    assertThat(outcomes.all)
        .extracting(CommandOutcome::getOutcomeCase)
        .containsExactly(
            CommandOutcome.OutcomeCase.APPROACH,
            CommandOutcome.OutcomeCase.DONE,
            CommandOutcome.OutcomeCase.REFUSED,
            CommandOutcome.OutcomeCase.REFUSED,
            CommandOutcome.OutcomeCase.REFUSED,
            CommandOutcome.OutcomeCase.DONE);
    assertThat(outcomes.all.subList(2, 5))
        .extracting(outcome -> Status.fromCodeValue(outcome.getRefused().getCode()).getCode())
        .containsExactly(
            Status.Code.OUT_OF_RANGE, Status.Code.INVALID_ARGUMENT, Status.Code.ALREADY_EXISTS);
    assertThat(outcomes.all.get(3).getRefused().getReason())
        .isEqualTo("refused a command that names none; nothing was moved");
    assertThat(instrument.moves()).hasSize(3);
  }

  @Test
  void aStopOvertakesTenThousandCommandsThatAreWritten() throws Exception {
    await().atMost(PATIENCE).until(() -> outcomes.all.size() == 1);
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    for (int i = 0; i < 10_000; i++) {
      commands.onNext(move(2 + i, STEP));
    }
    await().atMost(PATIENCE).until(() -> instrument.moves().size() == 2);
    StateReport stopped =
        InstrumentGrpc.newBlockingStub(channel)
            .emergencyStop(EmergencyStopRequest.newBuilder().setWho("berta").build());
    assertThat(stopped.getState()).isEqualTo(SafetyState.TRIPPED);
    assertThat(instrument.withdrawn()).isTrue();
    instrument.hold = null;
    hold.countDown();
    await().atMost(PATIENCE).until(() -> outcomes.all.size() == 10_001);
    assertThat(instrument.moves()).hasSize(2);
    assertThat(outcomes.all.subList(1, 10_001)).allMatch(CommandOutcome::hasRefused);
  }

  @Test
  void whatAClientHasWrittenBeforeItHungUpIsNotCarriedOut() throws Exception {
    await().atMost(PATIENCE).until(() -> outcomes.all.size() == 1);
    CountDownLatch hold = new CountDownLatch(1);
    instrument.hold = hold;
    commands.onNext(move(2, STEP));
    commands.onNext(move(3, 2 * STEP));
    await().atMost(PATIENCE).until(() -> instrument.moves().size() == 2);
    commands.cancel("gone", null);
    await().atMost(PATIENCE).until(() -> outcomes.end != null);
    server.supervisor().releaseLease(lease);
    instrument.hold = null;
    hold.countDown();
    await().atMost(PATIENCE).until(() -> !server.supervisor().state().engaged());
    assertThat(instrument.moves()).hasSize(2);
    assertThat(instrument.withdrawn()).isTrue();
  }
}
