package org.tipwright.bridge.server;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * the loopback interface only. Closing it withdraws the tip.
 */
public final class BridgeServer implements AutoCloseable {

  private static final int LARGEST_MESSAGE = 64 * 1024;

  private final SafetySupervisor supervisor;
  private final SupervisorWatch watch;
  private final ExecutorService threads;
  private final HealthStatusManager health = new HealthStatusManager();
  private final OperatorToken token = OperatorToken.create();
  private final Server server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private BridgeServer(SafetySupervisor supervisor, InetSocketAddress address) throws IOException {
    this.supervisor = supervisor;
    this.watch = new SupervisorWatch(supervisor);
    // Unbounded on purpose: an emergency stop must find a thread. The supervisor bounds how many
    // commands wait.
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "bridge-call");
              thread.setDaemon(true);
              return thread;
            });
    this.server =
        NettyServerBuilder.forAddress(address)
            .executor(threads)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addService(new InstrumentService(supervisor))
            .addService(
                ServerInterceptors.intercept(
                    new OperatorService(supervisor), new OperatorGate(token)))
            .addService(health.getHealthService())
            .build();
    health.setStatus(InstrumentGrpc.SERVICE_NAME, ServingStatus.SERVING);
    health.setStatus(OperatorGrpc.SERVICE_NAME, ServingStatus.SERVING);
    server.start();
  }

  /**
   * Starts a bridge; it owns the instrument from then on.
   *
   * @param host a loopback address
   * @param port 0 for any free one
   * @throws IllegalArgumentException if the address is not a loopback address
   * @throws IOException if the port cannot be opened
   */
  public static BridgeServer start(
      String host,
      int port,
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener)
      throws IOException {
    InetAddress address = loopback(host);
    SafetySupervisor supervisor = new SafetySupervisor(instrument, profile, clock, listener);
    try {
      return new BridgeServer(supervisor, new InetSocketAddress(address, port));
    } catch (IOException | RuntimeException failure) {
      supervisor.close();
      throw failure;
    }
  }

  private static InetAddress loopback(String host) {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("no address is known for host '" + host + "'", unknown);
    }
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "this version of the bridge listens on loopback only, not on "
              + host
              + ": calls are not encrypted; use 127.0.0.1");
    }
    return address;
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** The operator's secret, to be given to the operator alone. */
  public OperatorToken operatorToken() {
    return token;
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
    threads.shutdown();
  }
}
