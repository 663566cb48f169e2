package org.tipwright.bridge.latency;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.nanonis.driver.OneMoleculeMicroscope;
import org.tipwright.bridge.nanonis.server.CommandHandler;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.SupervisorWatch;
import org.tipwright.bridge.safety.Ticket;

/**
 * Supervisor, driver and a microscope over sockets. When told so, the microscope shows a current
 * beyond the trip, and notes when the order to withdraw has arrived.
 */
final class OverLimitBench implements AutoCloseable {

  private static final float BEYOND_AMPERE = 95e-9f;
  private static final long PATIENCE_SECONDS = 60;

  private final OneMoleculeMicroscope microscope = new OneMoleculeMicroscope();
  private final AtomicReference<CompletableFuture<Long>> shown = new AtomicReference<>();
  private final AtomicReference<CompletableFuture<Long>> ordered = new AtomicReference<>();
  private final NanonisServer server;
  private final SafetySupervisor supervisor;
  private final SupervisorWatch watch;

  OverLimitBench() throws Exception {
    microscope.rupturesAtAngstrom = 5;
    CommandHandler witness = this::handle;
    server =
        NanonisServer.start(
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742), witness);
    supervisor =
        new SafetySupervisor(
            NanonisInstrument.connect(
                DriverSettings.from(
                    ConfigFactory.parseString(
                        "ports = "
                            + server.ports()
                            + "\nreply-milliseconds = 5000, emergency-reply-milliseconds = 1000,"
                            + " settling-seconds = 0.001, rest-seconds = 1, height-readings = 2,"
                            + " bias-ramp-volt-per-second = 10,"
                            + " approach-angstrom-per-second = 100,"
                            + " travel-nanometre-per-second = 10000"))),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {});
    watch = new SupervisorWatch(supervisor);
  }

  private Reply handle(Command command, int port) throws InterruptedException {
    CompletableFuture<Long> toShow = shown.get();
    if (toShow != null && command.name().startsWith("Signals.Val")) {
      toShow.complete(System.nanoTime());
      return command.name().equals("Signals.ValGet")
          ? Reply.of((double) BEYOND_AMPERE)
          : Reply.of(new float[] {BEYOND_AMPERE});
    }
    if (command.name().equals("ZCtrl.Withdraw")) {
      CompletableFuture<Long> order = ordered.get();
      if (order != null) {
        order.complete(System.nanoTime());
      }
    }
    return microscope.handle(command, port);
  }

  /** From the reply with the reading to the order at the microscope, in ns. */
  long trial() throws Exception {
    supervisor.arm("anna", 600);
    String lease = supervisor.acquireLease("latency", false);
    supervisor.approach(new Ticket(lease, 1, () -> false));
    supervisor.renewLease(lease);
    CompletableFuture<Long> reading = new CompletableFuture<>();
    CompletableFuture<Long> order = new CompletableFuture<>();
    ordered.set(order);
    shown.set(reading);
    try {
      supervisor.moveTip(new Ticket(lease, 2, () -> false), new TipPosition(0, 0, 0.1));
      throw new IllegalStateException("a current of 95 nA did not trip");
    } catch (Refusal tripped) {
      shown.set(null);
    }
    long took =
        order.get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            - reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    ordered.set(null);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (supervisor.state().engaged() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    supervisor.reset("anna");
    return took;
  }

  @Override
  public void close() {
    watch.close();
    supervisor.close();
    server.close();
  }
}
