package org.tipwright.bridge.latency;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.Channels;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import org.tipwright.bridge.v1.AcquireLeaseRequest;
import org.tipwright.bridge.v1.ApproachRequest;
import org.tipwright.bridge.v1.CommandHeader;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.EmergencyStopRequest;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.InstrumentGrpc.InstrumentBlockingStub;
import org.tipwright.bridge.v1.MoveTipRequest;
import org.tipwright.bridge.v1.Position;

/**
 * A bridge with its audit log in front of an instrument that answers at once, armed, and a client
 * that holds the lease and an open stream of commands.
 */
final class StreamingBench implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final long BEAT_MILLISECONDS = 200;

  /** Stands for the end of a call. */
  private static final CommandOutcome END = CommandOutcome.getDefaultInstance();

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final BridgeServer server;
  private final ManagedChannel channel;
  private final ManagedChannel other;
  private final InstrumentBlockingStub calls;
  private final InstrumentBlockingStub bystander;
  private final HealthGrpc.HealthBlockingStub health;
  private final LinkedBlockingQueue<CommandOutcome> outcomes = new LinkedBlockingQueue<>();
  private ClientCallStreamObserver<CommandRequest> commands;
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private volatile String lease = "";
  private long sequence;

  StreamingBench(Path audit) throws IOException, Refusal, InterruptedException {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {},
            Optional.of(audit));
    BridgeAddress address = new BridgeAddress("127.0.0.1", server.port());
    channel = Channels.to(address);
    other = Channels.to(address);
    calls = InstrumentGrpc.newBlockingStub(channel);
    bystander = InstrumentGrpc.newBlockingStub(other);
    health = HealthGrpc.newBlockingStub(other);
    begin();
    var unused =
        beats.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      var unused =
          InstrumentGrpc.newBlockingStub(other)
              .heartbeat(HeartbeatRequest.newBuilder().setLeaseId(lease).build());
    } catch (StatusRuntimeException stopped) {
      // The lease has ended with a stop; the next is another.
    }
  }

  /** Arms, takes the lease and makes contact. */
  private void begin() throws Refusal, InterruptedException {
    instrument.done.clear();
    server.supervisor().arm("anna", 3600);
    lease = newLease();
    sequence = 0;
    commands =
        (ClientCallStreamObserver<CommandRequest>)
            InstrumentGrpc.newStub(channel)
                .withExecutor(Runnable::run)
                .command(
                    new StreamObserver<>() {
                      @Override
                      public void onNext(CommandOutcome outcome) {
                        outcomes.add(outcome);
                      }

                      @Override
                      public void onError(Throwable end) {
                        outcomes.add(END);
                      }

                      @Override
                      public void onCompleted() {}
                    });
    commands.onNext(
        CommandRequest.newBuilder()
            .setApproach(ApproachRequest.newBuilder().setHeader(header()))
            .build());
    outcome();
  }

  /** After a flood the log needs a moment. */
  private String newLease() throws InterruptedException {
    AcquireLeaseRequest request = AcquireLeaseRequest.newBuilder().setHolder("latency").build();
    while (true) {
      try {
        return calls.acquireLease(request).getLeaseId();
      } catch (StatusRuntimeException behind) {
        if (behind.getStatus().getCode() != Status.Code.RESOURCE_EXHAUSTED) {
          throw behind;
        }
        Thread.sleep(BEAT_MILLISECONDS);
      }
    }
  }

  private CommandHeader header() {
    sequence++;
    return CommandHeader.newBuilder().setLeaseId(lease).setSequence(sequence).build();
  }

  private CommandRequest step() {
    CommandHeader header = header();
    return CommandRequest.newBuilder()
        .setMoveTip(
            MoveTipRequest.newBuilder()
                .setHeader(header)
                .setTarget(Position.newBuilder().setZM(sequence % 2 == 0 ? 1e-11 : 2e-11)))
        .build();
  }

  private CommandOutcome outcome() throws InterruptedException {
    CommandOutcome outcome = outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new IllegalStateException("no answer");
    }
    return outcome;
  }

  /** A small step over the open stream; in ns. */
  long step(int number) throws InterruptedException {
    if (number % 50 == 0) {
      instrument.done.clear();
    }
    CommandRequest request = step();
    long begin = System.nanoTime();
    commands.onNext(request);
    CommandOutcome answer = outcome();
    long took = System.nanoTime() - begin;
    if (!answer.getDone().getExecuted()) {
      throw new IllegalStateException("not carried out: " + answer);
    }
    return took;
  }

  /** A call of gRPC's own with nothing of ours behind it but the gate; in ns. */
  long bareCall() {
    long begin = System.nanoTime();
    var unused = health.check(HealthCheckRequest.getDefaultInstance());
    return System.nanoTime() - begin;
  }

  /**
   * An emergency stop by somebody else while so many commands are written, none of them held back
   * by the client: until the instrument has the order to withdraw, and until it is answered with
   * the tip up; in ns.
   */
  long[] stop(int written) throws InterruptedException, Refusal {
    for (int i = 0; i < written; i++) {
      commands.onNext(step());
    }
    while (!commands.isReady()) {
      Thread.sleep(1);
    }
    long begin = System.nanoTime();
    boolean up = !bystander.emergencyStop(EmergencyStopRequest.getDefaultInstance()).getEngaged();
    long[] took = {instrument.ordered - begin, System.nanoTime() - begin};
    if (!up) {
      throw new IllegalStateException("the stop was answered before the tip was up");
    }
    commands.onError(Status.CANCELLED.asRuntimeException());
    while (outcome() != END) {}
    outcomes.clear();
    server.supervisor().reset("anna");
    begin();
    return took;
  }

  @Override
  public void close() {
    beats.shutdownNow();
    channel.shutdownNow();
    other.shutdownNow();
    server.close();
  }
}
