package org.tipwright.bridge.client;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.v1.HeartbeatRequest;
import org.tipwright.bridge.v1.InstrumentGrpc;

/** Keeps one lease alive, on a thread of its own. */
final class Heartbeat implements AutoCloseable {

  private static final int BEATS_PER_LEASE = 5;

  private final InstrumentGrpc.InstrumentBlockingStub stub;
  private final BridgeAddress address;
  private final HeartbeatRequest request;
  private final Duration lease;
  private final ScheduledExecutorService thread;
  private volatile @Nullable String lost;

  Heartbeat(
      InstrumentGrpc.InstrumentBlockingStub stub,
      BridgeAddress address,
      String leaseId,
      Duration lease) {
    this.stub = stub;
    this.address = address;
    this.request = HeartbeatRequest.newBuilder().setLeaseId(leaseId).build();
    this.lease = lease;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread beat = new Thread(task, "lease-heartbeat");
              beat.setDaemon(true);
              return beat;
            });
    long period = lease.toNanos() / BEATS_PER_LEASE;
    var unused = thread.scheduleWithFixedDelay(this::beat, 0, period, TimeUnit.NANOSECONDS);
  }

  private void beat() {
    try {
      var unused =
          stub.withDeadlineAfter(lease.toNanos() / 2, TimeUnit.NANOSECONDS).heartbeat(request);
    } catch (StatusRuntimeException failure) {
      BridgeException told = BridgeException.of("Heartbeat", address, failure);
      if (told.refused()) {
        lost = told.getMessage();
        thread.shutdown();
      }
      // Anything else may pass: the next beat tries again, and the server's clock decides.
    }
  }

  /** Why the lease is gone, if it is. */
  Optional<String> lost() {
    return Optional.ofNullable(lost);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
