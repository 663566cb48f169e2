package org.tipwright.tests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tipwright.bridge.command.Main;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.MicroscopeServer;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;

/**
 * A lab: the simulated microscope in this process, at its true speed, a watchdog in a process of
 * its own, bridges as they are asked for, and a relay on each line.
 */
final class Lab implements AutoCloseable {

  /** For what only takes long on a slow machine. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** From here on over the metal a tip is out of reach of everything that lies there, in Å. */
  static final double OUT_OF_REACH_ANGSTROM = 100;

  private static final long SEED = 11;
  private static final double APPROACH_VOLT = 0.003;
  private static final String WITHDRAW = "ZCtrl.Withdraw";
  private static final Pattern LISTENS = Pattern.compile("^watchdog at 127.0.0.1:(\\d+),.*");

  final MicroscopeTruth truth;
  final TipTrace trace;

  /** Commands, monitor and emergency of the bridge. */
  final List<FaultRelay> instrumentLines = new ArrayList<>();

  /** The watchdog's own line to the instrument. */
  final FaultRelay watchdogsLine;

  /** Between bridge and watchdog. */
  final FaultRelay heartbeatLine;

  private final Path folder;
  private final Microscope simulated;
  private final MicroscopeServer microscope;
  private final Path settings;
  private final Path limits;
  private final LabProcess watchdog;
  private int bridges;

  /**
   * Builds it; nothing is armed.
   *
   * @param leaseSeconds of the limit profile; the lines to the instrument answer within a fifth
   */
  Lab(Path folder, double leaseSeconds) throws IOException {
    this.folder = folder;
    MicroscopeSettings scope =
        MicroscopeSettings.with(
            List.of(
                "faults.creep-per-decade=0",
                "faults.hysteresis.share=0",
                "start.safe-tip-nanoampere=70"));
    LocalDateTime start = LocalDateTime.of(2026, 1, 31, 12, 0);
    Session session = new Session(folder.resolve("session"), start, scope.realTimeHertz());
    this.simulated = new Microscope(scope, SEED, session, MonotonicClock.ofThisMachine(), 1);
    this.truth = simulated.truth();
    this.trace = new TipTrace(truth);
    this.microscope = MicroscopeServer.start(simulated, List.of(0, 0, 0, 0), 0, Catalogue.R13742);
    for (int port : microscope.ports().subList(0, 3)) {
      instrumentLines.add(new FaultRelay(port, WITHDRAW));
    }
    this.watchdogsLine = new FaultRelay(microscope.ports().get(3), WITHDRAW);
    this.settings =
        Files.writeString(
            folder.resolve("instrument.conf"),
            settings(truth, instrumentLines, watchdogsLine, leaseSeconds));
    this.limits = Files.writeString(folder.resolve("limits.conf"), limits(leaseSeconds));
    this.watchdog =
        LabProcess.start(
            Main.class,
            List.of(
                "watchdog",
                "--config=" + settings,
                "--listen=127.0.0.1:0",
                "--folder=" + folder.resolve("watchdog")));
    this.heartbeatLine = new FaultRelay(Integer.parseInt(watchdog.await(LISTENS)), WITHDRAW);
  }

  /** Over a molecule inside an island, with everything at the speed of an impatient person. */
  private static String settings(
      MicroscopeTruth truth,
      List<FaultRelay> lines,
      FaultRelay watchdogsLine,
      double leaseSeconds) {
    LyingMolecule molecule =
        truth.moleculesNear(0, 0, 200).stream()
            .filter(m -> truth.moleculesNear(m.xAngstrom(), m.yAngstrom(), 25).size() >= 16)
            .findFirst()
            .orElseThrow();
    double bare = 0;
    while (!truth.moleculesNear(bare, 0, 60).isEmpty()) {
      bare += 5;
    }
    return String.format(
        Locale.ROOT,
        "ports = [%d, %d, %d, %d]%nsite-nanometre = [%.4f, %.4f]%nbare-spot-nanometre = [%.3f, 0]%n"
            + "settling-seconds = 0.2, travel-nanometre-per-second = 200,"
            + " bias-ramp-volt-per-second = 1%n"
            + "reply-milliseconds = %.0f, emergency-reply-milliseconds = %.0f%n",
        lines.get(0).port(),
        lines.get(1).port(),
        lines.get(2).port(),
        watchdogsLine.port(),
        molecule.cornerX(1) / 10,
        molecule.cornerY(1) / 10,
        bare / 10,
        leaseSeconds * 1000,
        leaseSeconds * 200);
  }

  private static String limits(double leaseSeconds) throws IOException {
    try (InputStream shipped = LimitProfileReader.class.getResourceAsStream("lowtemp.conf")) {
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      return text + "\nlease-seconds = " + leaseSeconds + "\n";
    }
  }

  /** Starts a bridge, with all lines whole and the bias as for an approach, set by hand. */
  LabBridge bridge() throws IOException {
    mend();
    simulated.tell(scope -> scope.bias().set(APPROACH_VOLT));
    bridges++;
    return new LabBridge(
        folder.resolve("bridge-" + bridges), settings, limits, heartbeatLine.port());
  }

  /** Makes all lines whole again. */
  void mend() {
    instrumentLines.forEach(line -> line.set(FaultRelay.Mode.PASS));
    watchdogsLine.set(FaultRelay.Mode.PASS);
    heartbeatLine.set(FaultRelay.Mode.PASS);
  }

  /** Forgets what went over the lines. */
  void forget() {
    instrumentLines.forEach(FaultRelay::forget);
    watchdogsLine.forget();
  }

  /** When the first withdrawal was on any line to the instrument since; 0 if none was. */
  long withdrawalNanos() {
    long first = watchdogsLine.needleNanos();
    for (FaultRelay line : instrumentLines) {
      long here = line.needleNanos();
      if (here != 0 && (first == 0 || here - first < 0)) {
        first = here;
      }
    }
    return first;
  }

  /** What the watchdog has said. */
  String watchdogSaid() {
    return String.join("\n", watchdog.lines());
  }

  /** {@code kill -9} of the watchdog. */
  void killWatchdog() {
    watchdog.kill();
  }

  boolean tipIsUp() {
    return truth.now().metalAngstrom() > OUT_OF_REACH_ANGSTROM;
  }

  @Override
  public void close() throws IOException {
    watchdog.close();
    for (FaultRelay line : instrumentLines) {
      line.close();
    }
    watchdogsLine.close();
    heartbeatLine.close();
    trace.close();
    microscope.close();
  }
}
