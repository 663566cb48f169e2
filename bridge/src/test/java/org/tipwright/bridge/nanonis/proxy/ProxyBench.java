package org.tipwright.bridge.nanonis.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.tipwright.bridge.audit.FrameLog;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.driver.MicroscopeBench;
import org.tipwright.bridge.nanonis.driver.NanonisInstrument;
import org.tipwright.bridge.nanonis.server.GenericClient;
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
  private final MicroscopeBench bench;
  private final SupervisorWatch watch;

  /**
   * A bench.
   *
   * @param witness sees every command that arrives at the microscope, with its port
   * @param limits further lines of the limit profile
   */
  ProxyBench(
      Path folder, Optional<Phase> dryRun, BiConsumer<Command, Integer> witness, String... limits)
      throws Exception {
    bench = new MicroscopeBench(folder, witness);
    microscope = bench.microscope();
    truth = microscope.truth();
    NanonisInstrument instrument = bench.instrument();
    supervisor =
        new SafetySupervisor(
            instrument, profile(folder, limits), MonotonicClock.ofThisMachine(), event -> {});
    watch = new SupervisorWatch(supervisor);
    proxy =
        ScriptProxy.start(
            supervisor,
            instrument,
            FrameLog.NONE,
            dryRun,
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742));
  }

  /** The shipped limits, with the patience that a busy machine needs. */
  private static LimitProfile profile(Path folder, String... limits) throws IOException {
    try (InputStream shipped = LimitProfileReader.class.getResourceAsStream("lowtemp.conf")) {
      Path own = folder.resolve("patient.conf");
      Files.writeString(
          own,
          new String(shipped.readAllBytes(), UTF_8)
              + "\nlease-seconds = 60\ncommand-seconds = 60\nmonitor.stale-seconds = 60\n"
              + String.join("\n", limits));
      return LimitProfileReader.read(own);
    }
  }

  /** A script at one of the proxy's ports. */
  GenericClient script(int index) throws IOException {
    return new GenericClient(proxy.ports().get(index));
  }

  /** A client at the microscope's own fourth port, which the bridge leaves alone. */
  GenericClient direct() throws IOException {
    return new GenericClient(bench.ports().get(3));
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
    bench.close();
  }
}
