package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.ManualClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.StateReport;
import org.tipwright.bridge.v1.WatchStateRequest;

/** Observers without limit, some of whom never read: none of them holds anybody up. */
class StateWatchTest {

  private final List<ManagedChannel> channels = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private BridgeServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            new ManualClock(),
            event -> {});
  }

  @AfterEach
  void stop() {
    channels.forEach(ManagedChannel::shutdownNow);
    server.close();
  }

  /** Reads as many states as it asks for. */
  private static final class Reader
      implements ClientResponseObserver<WatchStateRequest, StateReport> {
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicInteger read = new AtomicInteger();
    private volatile StateReport newest = StateReport.getDefaultInstance();
    private volatile @Nullable ClientCallStreamObserver<WatchStateRequest> call;

    void readOn() {
      Objects.requireNonNull(call).request(Integer.MAX_VALUE);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchStateRequest> stream) {
      call = stream;
      stream.disableAutoRequestWithInitial(1);
    }

    @Override
    public void onNext(StateReport report) {
      newest = report;
      read.incrementAndGet();
      started.countDown();
    }

    @Override
    public void onError(Throwable ended) {}

    @Override
    public void onCompleted() {}
  }

  private void watch(int count) throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
    channels.add(channel);
    for (int i = 0; i < count; i++) {
      Reader reader = new Reader();
      readers.add(reader);
      InstrumentGrpc.newStub(channel).watchState(WatchStateRequest.getDefaultInstance(), reader);
    }
    for (Reader reader : readers) {
      reader.started.await();
    }
  }

  /** Arms and disarms so often that a queue for each reader would grow. */
  private void change(int times) throws Refusal {
    SafetySupervisor supervisor = server.supervisor();
    for (int i = 0; i < times; i++) {
      supervisor.arm("operator", 60);
      supervisor.disarm("operator");
    }
  }

  @Test
  void aReaderWhoWasBehindGetsTheNewestStateAndFewOfThoseBefore() throws Exception {
    watch(1);
    change(5000);
    server.supervisor().emergencyStop("somebody");
    Reader slow = readers.get(0);
    slow.readOn();
    await().untilAsserted(() -> assertThat(slow.newest.getTripReason()).contains("emergency stop"));
    assertThat(slow.read.get()).as("states sent of the 10001").isLessThan(5000);
  }

  @Test
  void aHundredObserversWhoDoNotReadHoldUpNoDecision() throws Exception {
    watch(100);
    long begin = System.nanoTime();
    change(2000);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    server.supervisor().emergencyStop("somebody");
    for (Reader reader : readers) {
      reader.readOn();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(readers)
                    .allMatch(r -> r.newest.getTripReason().contains("emergency stop")));
    assertThat(took)
        .as("a wait for any reader would be for ever")
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void whoeverHangsUpIsForgotten() throws Exception {
    watch(3);
    assertThat(server.observers()).isEqualTo(3);
    channels.forEach(ManagedChannel::shutdownNow);
    await().untilAsserted(() -> assertThat(server.observers()).isZero());
  }
}
