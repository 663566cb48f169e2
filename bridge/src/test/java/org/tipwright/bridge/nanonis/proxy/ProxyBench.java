package org.tipwright.bridge.nanonis.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tipwright.bridge.audit.FrameLog;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopePacer;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.RemoteControl;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.nanonis.server.CommandHandler;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.nanonis.server.LoggerServer;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.SupervisorWatch;

/**
 * The simulated microscope behind the driver, the supervisor and the proxy, all over sockets. What
 * waits does so for long: the machine of a build may be busy.
 */
final class ProxyBench implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofMinutes(2);

  final Microscope microscope;
  final MicroscopeTruth truth;
  final SafetySupervisor supervisor;
  final ScriptProxy proxy;
  private final LoggerServer logger;
  private final MicroscopePacer pacer;
  private final NanonisServer server;
  private final SupervisorWatch watch;

  /**
   * A bench.
   *
   * @param witness sees every command that arrives at the microscope, with its port
   */
  ProxyBench(Path folder, Optional<Phase> dryRun, BiConsumer<Command, Integer> witness)
      throws Exception {
    microscope =
        new Microscope(
            MicroscopeSettings.with(
                List.of(
                    "faults.creep-per-decade=0",
                    "faults.hysteresis.share=0",
                    "faults.drift-angstrom-per-hour={lateral=0,vertical=0}",
                    "bias.offset-millivolt=0",
                    "start.safe-tip-nanoampere=70")),
            3,
            new Session(folder, LocalDateTime.of(2026, 1, 31, 12, 0), 20_000),
            MonotonicClock.ofThisMachine(),
            1);
    truth = microscope.truth();
    logger = new LoggerServer(InetAddress.getLoopbackAddress(), 0, 100);
    pacer = new MicroscopePacer(microscope);
    RemoteControl control = new RemoteControl(microscope, logger, Catalogue.R13742);
    server =
        NanonisServer.start(
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742),
            new Witnessed(control, witness));
    NanonisInstrument instrument =
        NanonisInstrument.connect(
            DriverSettings.from(
                ConfigFactory.parseString(
                    "ports = "
                        + server.ports()
                        + "\nreply-milliseconds = 30000, emergency-reply-milliseconds = 30000")));
    supervisor =
        new SafetySupervisor(
            instrument, profile(folder), MonotonicClock.ofThisMachine(), event -> {});
    watch = new SupervisorWatch(supervisor);
    proxy =
        ScriptProxy.start(
            supervisor,
            instrument,
            FrameLog.NONE,
            dryRun,
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742));
  }

  private record Witnessed(CommandHandler control, BiConsumer<Command, Integer> witness)
      implements CommandHandler {

    @Override
    public Reply handle(Command command, int port) throws Exception {
      witness.accept(command, port);
      return control.handle(command, port);
    }

    @Override
    public void connected(int port, SocketAddress from) {
      control.connected(port, from);
    }

    @Override
    public void disconnected(int port) {
      control.disconnected(port);
    }
  }

  /** The shipped limits, with the patience that a busy machine needs. */
  private static LimitProfile profile(Path folder) throws IOException {
    try (InputStream shipped = LimitProfileReader.class.getResourceAsStream("lowtemp.conf")) {
      Path own = folder.resolve("patient.conf");
      Files.writeString(
          own,
          new String(shipped.readAllBytes(), UTF_8)
              + "\nlease-seconds = 60\ncommand-seconds = 60\nmonitor.stale-seconds = 60\n");
      return LimitProfileReader.read(own);
    }
  }

  /** A script at one of the proxy's ports. */
  GenericClient script(int index) throws IOException {
    return new GenericClient(proxy.ports().get(index));
  }

  /** A client at the microscope's own fourth port, which the bridge leaves alone. */
  GenericClient direct() throws IOException {
    return new GenericClient(server.ports().get(3));
  }

  /** Sends a command and returns its error text, empty if there was none. */
  static String told(GenericClient script, String name, int valueBytes, Object... arguments)
      throws IOException {
    ByteBuffer body = script.call(name, arguments);
    return GenericClient.error(body, valueBytes);
  }

  void arm(Phase phase) throws Exception {
    await().atMost(PATIENCE).until(() -> armed(phase));
  }

  private boolean armed(Phase phase) {
    try {
      supervisor.arm("operator", phase, 600);
      return true;
    } catch (Exception notUpYet) {
      return false;
    }
  }

  /** Arms for a scan and lets the feedback bring the tip down. */
  void land(GenericClient script) throws Exception {
    arm(Phase.SCAN);
    String refused = told(script, "ZCtrl.OnOffSet", 0, 1);
    if (!refused.isEmpty()) {
      throw new IllegalStateException(refused);
    }
    await().atMost(PATIENCE).until(() -> truth.now().currentNanoampere() > 0.01);
  }

  @Override
  public void close() {
    proxy.close();
    supervisor.close();
    watch.close();
    server.close();
    logger.close();
    pacer.close();
  }
}
