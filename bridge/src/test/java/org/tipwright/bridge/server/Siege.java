package org.tipwright.bridge.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.tipwright.bridge.adversary.Tally;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.microscope.TruthJudge;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.bridge.safety.StateSnapshot;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentBlockingStub;

/** Hostile clients around a bridge on real sockets, which an operator arms again and again. */
final class Siege implements AutoCloseable {

  private static final boolean NIGHTLY = Boolean.getBoolean("tipwright.nightly");
  private static final int CLIENTS = 4;
  private static final int AT_ONCE = 32;
  private static final int CALLS_PER_REPORT = 2_000;
  private static final Duration BEAT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** From a tenth of the calls to the next. */
  private static final double MOST_GROWTH_BYTES = NIGHTLY ? 1 << 20 : 4 << 20;

  private static final double MOST_GROWTH = NIGHTLY ? 0.5 : 3;

  private final Path folder;
  private final JudgedInstrument judged;
  private final Optional<TruthJudge> truth;
  private final Runnable beforeArming;
  private final Tally tally;
  private final Semaphore gate = new Semaphore(AT_ONCE, true);
  private final HostileMessages.Plot plot = new HostileMessages.Plot();
  private final BridgeServer server;
  private final OperatorClient operator;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final InstrumentBlockingStub heart;
  private long nextUnarmed;
  private long nextReport;

  /**
   * Starts the bridge.
   *
   * @param truth of a microscope behind the instrument
   * @param beforeArming what the operator does at the instrument
   */
  Siege(
      Path folder,
      JudgedInstrument judged,
      Optional<TruthJudge> truth,
      Runnable beforeArming,
      Tally tally)
      throws IOException {
    this.folder = folder;
    this.judged = judged;
    this.truth = truth;
    this.beforeArming = beforeArming;
    this.tally = tally;
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            judged,
            profile(folder),
            MonotonicClock.ofThisMachine(),
            event -> {},
            Optional.of(folder.resolve("audit")));
    operator =
        OperatorClient.withToken(
            new BridgeAddress("127.0.0.1", server.port()),
            server.operatorToken().secret(),
            "operator");
    heart = InstrumentGrpc.newBlockingStub(channel());
  }

  /**
   * Lets the clients loose until they have sent enough, and looks at what became of it.
   *
   * @param callsPerEnd once in so many calls a client brings the tip up
   * @param callsPerArming after so many calls the operator disarms for a while
   */
  void endure(String report, int callsPerEnd, int callsPerArming) throws Exception {
    List<CompletableFuture<Void>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(
          CompletableFuture.runAsync(
              new HostileClient(channel(), plot, tally, gate, i == 0, callsPerEnd, i),
              work -> new Thread(work, "hostile-client").start()));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new));
    Thread beats = new Thread(() -> beatUntil(all), "heartbeats");
    beats.start();
    unarmed();
    while (!all.isDone() && violation().isEmpty()) {
      operate(callsPerArming);
      if (tally.sent() >= nextReport) {
        write(report);
        nextReport += CALLS_PER_REPORT;
      }
      Thread.sleep(20);
    }
    write(report);
    assertThat(violation()).isEmpty();
    all.join();
    gate.acquire(AT_ONCE);
    var unused = server.supervisor().emergencyStop("the test");
    await().atMost(PATIENCE).until(() -> !state().engaged());
    assertThat(violation()).isEmpty();
    assertThat(tally.counted("WRONG ANSWER")).isZero();
    assertThat(tally.counted("refused: INTERNAL")).isZero();
    assertThat(tally.heapSlopeBytes()).isLessThan(MOST_GROWTH_BYTES);
    assertThat(tally.threadSlope()).isLessThan(MOST_GROWTH);
    assertThat(tally.handleSlope()).isLessThan(MOST_GROWTH);
  }

  /** Whether the audit log, of a bridge that was closed, is whole. */
  boolean logIsWhole() throws IOException, AuditDamage {
    return AuditVerification.of(folder.resolve("audit"), List.of()).closed();
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    operator.close();
    server.close();
  }

  private ManagedChannel channel() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .usePlaintext()
            .disableRetry()
            .build();
    channels.add(channel);
    return channel;
  }

  private void write(String report) throws IOException {
    tally.write(
        report,
        "| verbs that moved the tip, contacts | %d, %d |%n"
                .formatted(judged.moves(), judged.contacts())
            + judged.table()
            + truth.map(TruthJudge::table).orElse(""));
  }

  private String violation() {
    return judged.violation() + truth.map(TruthJudge::violation).orElse("");
  }

  private StateSnapshot state() {
    return server.supervisor().state();
  }

  /** The shipped limits, with the patience that a busy machine needs. */
  private static LimitProfile profile(Path folder) throws IOException {
    try (InputStream shipped = LimitProfileReader.class.getResourceAsStream("lowtemp.conf")) {
      Path own = folder.resolve("patient.conf");
      Files.writeString(
          own,
          new String(shipped.readAllBytes(), UTF_8)
              + "\nlease-seconds = 10\ncommand-seconds = 60\nwithdraw-seconds = 20\n");
      return LimitProfileReader.read(own);
    }
  }

  // The operator.

  private void operate(int callsPerArming) throws InterruptedException {
    StateSnapshot now = state();
    try {
      if (now.state() == SafetyState.TRIPPED && !now.engaged()) {
        tally.count("trips");
        tally.count("trip: " + now.tripReason().replaceAll("[-0-9][-0-9.]*", "#"));
        var unused = operator.reset();
      } else if (now.state() == SafetyState.ARMED && tally.sent() >= nextUnarmed) {
        unarmed();
        nextUnarmed = tally.sent() + callsPerArming;
      } else if (now.state() != SafetyState.ARMED && !now.engaged()) {
        mayArm();
        beforeArming.run();
        var unused = operator.arm(Duration.ofMinutes(1));
        tally.count("operator: armed");
      }
    } catch (BridgeException notNow) {
      // A client was quicker; the next round will do.
      tally.count("operator: could not");
    }
  }

  /** The commands may all be waiting for a long one, and a lease wants to be renewed. */
  private void beatUntil(CompletableFuture<Void> over) {
    while (!over.isDone()) {
      try {
        var unused =
            heart.heartbeat(HeartbeatRequest.newBuilder().setLeaseId(plot.lease()).build());
      } catch (StatusRuntimeException noLease) {
        tally.count("no lease to renew");
      }
      LockSupport.parkNanos(BEAT.toNanos());
    }
  }

  private void mayArm() {
    judged.mayMove(true);
    truth.ifPresent(judge -> judge.mayBecome(Phase.LIFT));
  }

  /** Disarms when all calls were answered; then nothing may move until the next arming. */
  private void unarmed() throws InterruptedException {
    gate.acquire(AT_ONCE);
    try {
      var unused = operator.disarm();
      await().atMost(PATIENCE).until(() -> !state().engaged() && turnsAreOver());
      judged.mayMove(false);
      truth.ifPresent(judge -> judge.settled(Optional.empty()));
      tally.count("operator: disarmed");
    } finally {
      gate.release(AT_ONCE);
    }
    long enough = tally.sent() + 500;
    await().atMost(PATIENCE).until(() -> tally.sent() >= enough || tally.enough());
  }

  /** Calls that their client gave up may still be under way; the description comes after them. */
  private boolean turnsAreOver() {
    try {
      var unused = server.supervisor().describe();
      return true;
    } catch (Exception busy) {
      return false;
    }
  }
}
