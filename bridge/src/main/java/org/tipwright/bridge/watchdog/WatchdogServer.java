package org.tipwright.bridge.watchdog;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.tipwright.bridge.instrument.Retreat;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.Listening;

/**
 * A watchdog: its own line to the instrument, and a port at which one supervisor at a time says
 * that it lives. Listens on the loopback interface, or with mutual TLS anywhere.
 */
public final class WatchdogServer implements AutoCloseable {

  private static final int LARGEST_MESSAGE = 8 * 1024;
  private static final int LARGEST_HEADERS = 8 * 1024;

  private final Retreat retreat;
  private final GuardedWatch watch;
  private final Server server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private WatchdogServer(
      Listening listening, Retreat retreat, WatchdogFolder folder, Consumer<WatchdogEvent> listener)
      throws IOException {
    SslContext tls = listening.tls().map(Listening::context).orElse(null);
    this.retreat = retreat;
    this.watch = new GuardedWatch(retreat, folder, MonotonicClock.ofThisMachine(), listener);
    // What is done in a call waits for nothing, so gRPC's own threads may do it.
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(listening.address())
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .maxInboundMetadataSize(LARGEST_HEADERS)
            .addService(new WatchdogService(watch))
            .intercept(new SupervisorsOnly());
    if (tls != null) {
      builder.sslContext(tls);
    }
    this.server = builder.build();
    try {
      server.start();
    } catch (IOException taken) {
      watch.close();
      throw new IOException(
          "port "
              + listening.port()
              + " of "
              + listening.host()
              + " cannot be opened; is a watchdog running there already?",
          taken);
    }
  }

  /**
   * Starts one; it owns the retreat from then on.
   *
   * @param folder of its log and its latch
   * @param listener hears of every event, on a thread of its own
   * @throws IllegalArgumentException if it may not listen there, or cannot with these certificates
   * @throws IOException if the port cannot be opened, or the folder cannot be used
   */
  public static WatchdogServer start(
      Listening listening, Retreat retreat, Path folder, Consumer<WatchdogEvent> listener)
      throws IOException {
    try {
      return new WatchdogServer(listening, retreat, new WatchdogFolder(folder), listener);
    } catch (IOException | RuntimeException failed) {
      retreat.close();
      throw failed;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Waits until the watchdog is closed. */
  public void awaitTermination() throws InterruptedException {
    server.awaitTermination();
  }

  /** Ends it. A supervisor that is armed finds its watchdog lost. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    server.shutdownNow();
    try {
      server.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    watch.close();
    retreat.close();
  }
}
