package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditLog;
import org.tipwright.bridge.audit.AuditRecords;
import org.tipwright.bridge.audit.AuditSelection;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.audit.FullDisk;
import org.tipwright.bridge.audit.v1.AuditGrpc;
import org.tipwright.bridge.audit.v1.AuditQuery;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.Decision;
import org.tipwright.bridge.audit.v1.Frame;
import org.tipwright.bridge.client.AuditClient;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.Ticket;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.v1.ArmRequest;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.OperatorGrpc;

/** What a bridge on a real socket leaves in its log, and who may read it there. */
class AuditOverSocketTest {

  @TempDir private Path folder;
  private final RecordingInstrument instrument = new RecordingInstrument();
  private BridgeServer server;
  private ManagedChannel channel;
  private BridgeClient client;

  @BeforeEach
  void start() throws IOException {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {},
            Optional.of(folder));
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    client = new BridgeClient(address(), "agent");
  }

  @AfterEach
  void stop() {
    client.close();
    channel.shutdownNow();
    server.close();
  }

  private BridgeAddress address() {
    return new BridgeAddress("127.0.0.1", server.port());
  }

  private void lift() {
    try (OperatorClient operator =
        OperatorClient.withToken(address(), server.operatorToken().secret(), "anna")) {
      operator.arm(Duration.ofMinutes(1));
    }
    client.acquireLease(false, "lift-policy 0123");
    client.approach();
    client.moveTip(new TipPosition(0, 0, 0.1));
    assertThat(catchThrowableOfType(RuntimeException.class, this::tooFar)).isNotNull();
  }

  private void tooFar() {
    client.moveTip(new TipPosition(0, 0, 5));
  }

  /** All that the bridge has written, after its end. */
  private List<AuditRecord> written() throws IOException, AuditDamage {
    client.close();
    server.close();
    assertThat(AuditVerification.of(folder, List.of()).closed()).isTrue();
    try (AuditRecords records = AuditRecords.of(folder, AuditSelection.ALL)) {
      return StreamSupport.stream(records.spliterator(), false).toList();
    }
  }

  private static List<Frame> frames(List<AuditRecord> records, String method) {
    return records.stream()
        .filter(AuditRecord::hasFrame)
        .map(AuditRecord::getFrame)
        .filter(frame -> frame.getMethod().endsWith("/" + method))
        .toList();
  }

  @Test
  void everyCommandAndItsAnswerIsKept() throws Exception {
    lift();
    List<Frame> commands = frames(written(), "Command");
    assertThat(commands).extracting(Frame::getCall).containsOnly(commands.get(0).getCall());
    List<Frame> moves = commands.subList(2, 6);
    assertThat(moves)
        .extracting(Frame::getDirection)
        .containsExactly(
            Frame.Direction.REQUEST,
            Frame.Direction.ANSWER,
            Frame.Direction.REQUEST,
            Frame.Direction.ANSWER);
    MoveTipRequest move = CommandRequest.parseFrom(moves.get(0).getMessage()).getMoveTip();
    assertThat(move.getTarget().getZM()).isCloseTo(0.1e-10, within(1e-20));
    assertThat(CommandOutcome.parseFrom(moves.get(1).getMessage()).getDone().getSequence())
        .isEqualTo(2);
    assertThat(CommandOutcome.parseFrom(moves.get(3).getMessage()).getRefused().getReason())
        .startsWith("refused MoveTip #3: step of 4.90 Å exceeds 0.32 Å");
  }

  @Test
  void everyDecisionIsKeptWithLimitsPolicyAndCaller() throws Exception {
    lift();
    List<Decision> decisions =
        written().stream().filter(AuditRecord::hasDecision).map(AuditRecord::getDecision).toList();
    assertThat(decisions)
        .extracting(Decision::getKind)
        .startsWith("STATE", "LEASE", "ALLOWED", "ALLOWED", "REFUSED");
    assertThat(decisions).extracting(Decision::getNumber).startsWith(1L, 2L, 3L, 4L, 5L);
    assertThat(decisions.get(0).getText()).isEqualTo("armed by 'anna' for 60 s, phase lift");
    assertThat(decisions.get(0).getRole()).isEqualTo("operator");
    Decision moved = decisions.get(3);
    assertThat(moved.getPolicy()).isEqualTo("lift-policy 0123");
    assertThat(moved.getLimits()).isEqualTo(LimitProfileReader.shipped().version());
    assertThat(moved.getCaller()).isEqualTo("loopback");
    assertThat(moved.getRole()).isEqualTo("agent");
  }

  @Test
  void aDecisionStandsBetweenItsCommandAndTheAnswer() throws Exception {
    lift();
    List<AuditRecord> records = written();
    List<Frame> moves = frames(records, "Command").subList(2, 4);
    List<Integer> places = new ArrayList<>();
    for (AuditRecord record : records) {
      if (moves.contains(record.getFrame()) || record.getDecision().getNumber() == 4) {
        places.add(record.hasDecision() ? 0 : record.getFrame().getDirectionValue());
      }
    }
    assertThat(places)
        .containsExactly(Frame.Direction.REQUEST_VALUE, 0, Frame.Direction.ANSWER_VALUE);
  }

  @Test
  void theSecretOfALeaseDoesNotStandInTheLog() throws Exception {
    String secret = client.acquireLease(false).getLeaseId();
    assertThat(catchThrowableOfType(RuntimeException.class, client::approach)).isNotNull();
    List<AuditRecord> records = written();
    assertThat(frames(records, "AcquireLease")).hasSize(2);
    assertThat(frames(records, "Command")).hasSizeGreaterThan(1);
    assertThat(records)
        .noneMatch(
            record ->
                record
                    .getFrame()
                    .getMessage()
                    .toString(StandardCharsets.ISO_8859_1)
                    .contains(secret));
  }

  @Test
  void whoWasTurnedAwayIsKeptToo() throws Exception {
    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> OperatorGrpc.newBlockingStub(channel).arm(ArmRequest.getDefaultInstance()));
    assertThat(refused).isNotNull();
    assertThat(frames(written(), "Arm"))
        .singleElement()
        .satisfies(
            frame ->
                assertThat(frame.getStatus())
                    .startsWith("PERMISSION_DENIED: refused Arm: only the operator may"));
  }

  @Test
  void observersReadTheLogOfARunningBridge() {
    lift();
    List<AuditRecord> read = new ArrayList<>();
    try (AuditClient audit = new AuditClient(address())) {
      audit.read(
          AuditQuery.newBuilder().addKinds("allowed").addKinds("refused").build(), read::add);
      assertThat(read)
          .extracting(record -> record.getDecision().getKind())
          .containsExactly("ALLOWED", "ALLOWED", "REFUSED");
      List<AuditRecord> two = new ArrayList<>();
      audit.read(
          AuditQuery.newBuilder().setFromNumber(read.get(1).getNumber()).setLimit(2).build(),
          two::add);
      assertThat(two)
          .extracting(AuditRecord::getNumber)
          .containsExactly(read.get(1).getNumber(), read.get(1).getNumber() + 1);
    }
  }

  @Test
  void aReaderWhoStopsReadingIsWaitedForWithoutAQueueAndHoldsUpNobody() throws Exception {
    for (int i = 0; i < 3000; i++) {
      server.supervisor().disarm("nobody");
      server.supervisor().arm("operator", 60);
    }
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger read = new AtomicInteger();
    List<ClientCallStreamObserver<AuditQuery>> calls = new ArrayList<>();
    AuditGrpc.newStub(channel)
        .query(
            AuditQuery.getDefaultInstance(),
            new ClientResponseObserver<AuditQuery, AuditRecord>() {
              @Override
              public void beforeStart(ClientCallStreamObserver<AuditQuery> stream) {
                calls.add(stream);
                stream.disableAutoRequestWithInitial(1);
              }

              @Override
              public void onNext(AuditRecord record) {
                read.incrementAndGet();
                first.countDown();
              }

              @Override
              public void onError(Throwable ended) {}

              @Override
              public void onCompleted() {
                read.addAndGet(1_000_000);
              }
            });
    first.await();
    lift();
    assertThat(read).as("nothing comes that was not asked for").hasValue(1);
    calls.get(0).request(Integer.MAX_VALUE);
    await().untilAsserted(() -> assertThat(read.get()).isGreaterThan(1_003_000));
  }

  @Test
  void aFullDiskWithdrawsTheTipAndTrips(@TempDir Path small) throws Exception {
    RecordingInstrument risked = new RecordingInstrument();
    try (AuditLog log = FullDisk.open(small, 2500)) {
      SafetySupervisor supervisor =
          new SafetySupervisor(
              risked,
              LimitProfileReader.shipped(),
              new ManualClock(),
              event -> {},
              new AuditTrail(log, "test 0"),
              Watchdog.NONE);
      log.onFailure(supervisor::logFailed);
      supervisor.arm("operator", 60);
      String lease = supervisor.acquireLease("agent", false);
      supervisor.approach(new Ticket(lease, 1, () -> false));
      Refusal refusal =
          catchThrowableOfType(
              Refusal.class,
              () -> {
                for (int i = 2; i < 100; i++) {
                  supervisor.moveTip(
                      new Ticket(lease, i, () -> false), new TipPosition(0, 0, 0.01 * i));
                }
              });
      assertThat(refusal).hasMessageContaining("tripped");
      await().untilAsserted(() -> assertThat(risked.withdrawn()).isTrue());
      assertThat(supervisor.state().tripReason()).contains("audit log");
      int allowed = 0;
      try (AuditRecords records = AuditRecords.of(small, AuditSelection.ALL)) {
        for (AuditRecord record : records) {
          allowed += record.getDecision().getKind().equals("ALLOWED") ? 1 : 0;
        }
      }
      assertThat(risked.moves())
          .as("what moved stands in the log")
          .hasSizeLessThanOrEqualTo(allowed);
    }
  }
}
