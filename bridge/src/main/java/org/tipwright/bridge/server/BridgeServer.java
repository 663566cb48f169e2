package org.tipwright.bridge.server;

import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.SafetyListener;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.SupervisorWatch;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.OperatorGrpc;

/**
 * A bridge: one instrument, its supervisor with the watch, and the gRPC server in front. Listens on
 * the loopback interface, or with mutual TLS anywhere. Closing it withdraws the tip.
 */
public final class BridgeServer implements AutoCloseable {

  private static final int LARGEST_MESSAGE = 64 * 1024;
  private static final int LARGEST_HEADERS = 8 * 1024;

  /** A reader who went away without a word is found out after this, and its stream ended. */
  private static final long PING_SECONDS = 20;

  private final SafetySupervisor supervisor;
  private final SupervisorWatch watch;
  private final StateWatches watches;
  private final ExecutorService threads;
  private final HealthStatusManager health = new HealthStatusManager();
  private final OperatorToken token = OperatorToken.create();
  private final Server server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private BridgeServer(
      SafetySupervisor supervisor,
      Listening listening,
      InetSocketAddress address,
      @Nullable SslContext tls)
      throws IOException {
    this.supervisor = supervisor;
    this.watch = new SupervisorWatch(supervisor);
    this.watches = new StateWatches(supervisor);
    // Unbounded on purpose: an emergency stop must find a thread. The supervisor bounds how many
    // commands wait.
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "bridge-call");
              thread.setDaemon(true);
              return thread;
            });
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .executor(threads)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .maxInboundMetadataSize(LARGEST_HEADERS)
            .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
            .addTransportFilter(new Caller.Filter())
            .intercept(new CallerGate(token))
            .addService(new InstrumentService(supervisor, watches))
            .addService(new OperatorService(supervisor))
            .addService(health.getHealthService());
    if (listening.reflection()) {
      builder.addService(ProtoReflectionServiceV1.newInstance());
    }
    if (tls != null) {
      builder.sslContext(tls);
    }
    this.server = builder.build();
    health.setStatus(InstrumentGrpc.SERVICE_NAME, ServingStatus.SERVING);
    health.setStatus(OperatorGrpc.SERVICE_NAME, ServingStatus.SERVING);
    server.start();
  }

  /**
   * Starts a bridge; it owns the instrument from then on.
   *
   * @throws IllegalArgumentException if it may not listen there, or cannot with these certificates
   * @throws IOException if the port cannot be opened
   */
  public static BridgeServer start(
      Listening listening,
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener)
      throws IOException {
    InetSocketAddress address = listening.address();
    SslContext tls = listening.tls().map(Listening::context).orElse(null);
    SafetySupervisor supervisor = new SafetySupervisor(instrument, profile, clock, listener);
    try {
      return new BridgeServer(supervisor, listening, address, tls);
    } catch (IOException | RuntimeException failure) {
      supervisor.close();
      throw failure;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** The operator's secret, to be given to the operator alone; of no use with TLS. */
  public OperatorToken operatorToken() {
    return token;
  }

  /** How many watch the state at the moment. */
  public int observers() {
    return watches.readers();
  }

  /** The supervisor, for those in the same process. */
  public SafetySupervisor supervisor() {
    return supervisor;
  }

  /** Waits until the bridge is closed. */
  public void awaitTermination() throws InterruptedException {
    server.awaitTermination();
  }

  /** Withdraws the tip, then ends every call. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    health.enterTerminalState();
    supervisor.close();
    server.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    watch.close();
    watches.close();
    threads.shutdown();
  }
}
