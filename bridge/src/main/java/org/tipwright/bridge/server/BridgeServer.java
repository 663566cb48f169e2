package org.tipwright.bridge.server;

import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.audit.AuditLog;
import org.tipwright.bridge.audit.FrameLog;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.safety.DecisionLog;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.SafetyListener;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.SettingsWatch;
import org.tipwright.bridge.safety.SupervisorWatch;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.v1.InstrumentGrpc;
import org.tipwright.bridge.v1.OperatorGrpc;

/**
 * A bridge: one instrument, its supervisor with the watch, and the gRPC server in front. Listens on
 * the loopback interface, or with mutual TLS anywhere. Closing it withdraws the tip.
 */
public final class BridgeServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BridgeServer.class);

  /**
   * Where gRPC logs what a call has thrown, with its stack. A message that is no protobuf is
   * answered with a status; it must not fill a disk.
   */
  private static final java.util.logging.Logger CALLS =
      java.util.logging.Logger.getLogger("io.grpc.internal.SerializingExecutor");

  static {
    CALLS.setFilter(entry -> !(entry.getThrown() instanceof StatusRuntimeException));
  }

  private static final int LARGEST_MESSAGE = 64 * 1024;
  private static final int LARGEST_HEADERS = 8 * 1024;

  /** A reader who went away without a word is found out after this, and its stream ended. */
  private static final long PING_SECONDS = 20;

  private final SafetySupervisor supervisor;
  private final SupervisorWatch watch;
  private final SettingsWatch settingsWatch;
  private final StateWatches watches;
  private final Optional<AuditLog> audit;
  private final FrameLog frames;
  private final ExecutorService threads;
  private final HealthStatusManager health = new HealthStatusManager();
  private final OperatorToken token = OperatorToken.create();
  private final Server server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private BridgeServer(
      Optional<AuditLog> audit,
      Optional<AuditTrail> trail,
      SafetySupervisor supervisor,
      Listening listening,
      InetSocketAddress address,
      @Nullable SslContext tls)
      throws IOException {
    this.audit = audit;
    this.frames = trail.<FrameLog>map(t -> t).orElse(FrameLog.NONE);
    this.supervisor = supervisor;
    this.watch = new SupervisorWatch(supervisor);
    this.settingsWatch = new SettingsWatch(supervisor);
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
            .addService(
                new InstrumentService(
                    supervisor, watches, name -> trail.ifPresent(t -> t.policy(name))))
            .addService(new OperatorService(supervisor))
            .addService(health.getHealthService());
    // The last one added comes first.
    trail.map(FrameAudit::new).ifPresent(builder::intercept);
    builder.intercept(new CallerGate(token, trail));
    audit.map(log -> new AuditService(log.folder())).ifPresent(builder::addService);
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
   * Starts a bridge without an audit log: for tests, and where no instrument is at stake.
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
    return start(listening, instrument, profile, clock, listener, Optional.empty());
  }

  /** Starts a bridge without a watchdog: for an instrument that dies with it. */
  public static BridgeServer start(
      Listening listening,
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener,
      Optional<Path> auditFolder)
      throws IOException {
    return start(listening, instrument, profile, clock, listener, auditFolder, Watchdog.NONE);
  }

  /** Starts a bridge whose log is dated by this machine's clock. */
  public static BridgeServer start(
      Listening listening,
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener,
      Optional<Path> auditFolder,
      Watchdog watchdog)
      throws IOException {
    return start(
        listening,
        instrument,
        profile,
        clock,
        listener,
        auditFolder,
        watchdog,
        InstantSource.system());
  }

  /**
   * Starts a bridge; it owns the instrument from then on.
   *
   * @param auditFolder where every message and decision is kept; nothing moves that cannot be
   * @param watchdog withdraws the tip when this process is gone; it is closed with the bridge
   * @param wall what the log is dated by; no rule looks at it
   * @throws IllegalArgumentException if it may not listen there, or cannot with these certificates
   * @throws IOException if the port cannot be opened, or the log cannot be written
   */
  public static BridgeServer start(
      Listening listening,
      Instrument instrument,
      LimitProfile profile,
      MonotonicClock clock,
      SafetyListener listener,
      Optional<Path> auditFolder,
      Watchdog watchdog,
      InstantSource wall)
      throws IOException {
    InetSocketAddress address = listening.address();
    SslContext tls = listening.tls().map(Listening::context).orElse(null);
    Optional<AuditLog> audit =
        auditFolder.isPresent()
            ? Optional.of(AuditLog.open(auditFolder.get(), profile.version(), wall))
            : Optional.empty();
    Optional<AuditTrail> trail = audit.map(log -> new AuditTrail(log, profile.version()));
    SafetySupervisor supervisor =
        new SafetySupervisor(
            instrument,
            profile,
            clock,
            listener,
            trail.<DecisionLog>map(t -> t).orElse(DecisionLog.NONE),
            watchdog);
    audit.ifPresent(log -> log.onFailure(supervisor::logFailed));
    try {
      return new BridgeServer(audit, trail, supervisor, listening, address, tls);
    } catch (IOException failure) {
      supervisor.close();
      audit.ifPresent(BridgeServer::end);
      throw new IOException(
          "port "
              + listening.port()
              + " of "
              + listening.host()
              + " cannot be opened; is a bridge running there already?",
          failure);
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

  /** The end of the audit log at the moment; nothing where there is none. */
  public String auditHead() {
    return audit.map(log -> log.head().toString()).orElse("");
  }

  /** Where the messages of other protocols are kept. */
  public FrameLog frameLog() {
    return frames;
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
    settingsWatch.close();
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
    audit.ifPresent(BridgeServer::end);
  }

  private static void end(AuditLog log) {
    try {
      log.close();
    } catch (IOException failure) {
      LOG.error("the audit log was not ended", failure);
    }
  }
}
