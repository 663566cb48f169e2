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
import org.tipwright.bridge.microscope.SensorFault;
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

  /** Closer to the metal a tip is at a molecule, or about to be. */
  private static final double NEAR_ANGSTROM = 30;

  private static final long FIRST_SEED = 11;
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
  private final double leaseSeconds;
  private final Microscope simulated;
  private final MicroscopeServer microscope;
  private final Path settings;
  private final Path limits;
  private final SmallDisk disk;
  private LabProcess watchdog;
  private int bridges;

  /**
   * Builds it; nothing is armed.
   *
   * @param number of the lab: each has a sample and a tip of its own
   * @param leaseSeconds of the limit profile; the lines to the instrument answer within half of it,
   *     the one for emergencies within a fifth
   */
  Lab(Path folder, int number, double leaseSeconds) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.leaseSeconds = leaseSeconds;
    this.disk = new SmallDisk(folder.resolve("disk"));
    MicroscopeSettings scope =
        MicroscopeSettings.with(
            List.of(
                "faults.creep-per-decade=0",
                "faults.hysteresis.share=0",
                "start.safe-tip-nanoampere=70",
                // A molecule that is torn off falls back to its place, for the next trial.
                "specimen.strength-nanonewton.mean=0.3",
                "specimen.strength-nanonewton.sd=0",
                "specimen.tip-change-probability=0",
                "specimen.displaced-probability=0"));
    LocalDateTime start = LocalDateTime.of(2026, 1, 31, 12, 0);
    Session session = new Session(folder.resolve("session"), start, scope.realTimeHertz());
    this.simulated =
        new Microscope(scope, FIRST_SEED + number, session, MonotonicClock.ofThisMachine(), 1);
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
    this.watchdog = watchdog();
    this.heartbeatLine = new FaultRelay(watchdogPort(), WITHDRAW);
  }

  private LabProcess watchdog() throws IOException {
    return LabProcess.start(
        Main.class,
        List.of(
            "watchdog",
            "--config=" + settings,
            "--listen=127.0.0.1:0",
            "--folder=" + folder.resolve("watchdog")));
  }

  private int watchdogPort() {
    return Integer.parseInt(watchdog.await(LISTENS));
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
        leaseSeconds * 500,
        leaseSeconds * 200);
  }

  private static String limits(double leaseSeconds) throws IOException {
    try (InputStream shipped = LimitProfileReader.class.getResourceAsStream("lowtemp.conf")) {
      String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      return text + "\nlease-seconds = " + leaseSeconds + "\n";
    }
  }

  /**
   * Starts a bridge, with a watchdog that lives, all lines whole, and the bias as for an approach,
   * set by hand.
   */
  LabBridge bridge(Fault fault) throws IOException {
    mend();
    if (!watchdog.alive()) {
      watchdog = watchdog();
      heartbeatLine.leadTo(watchdogPort());
    }
    simulated.tell(scope -> scope.bias().set(APPROACH_VOLT));
    bridges++;
    Path own = folder.resolve("bridge-" + bridges);
    int guard = heartbeatLine.port();
    if (fault.needsBridgeProcess()) {
      return new LabBridge(new BridgeProcess(own, settings, limits, guard));
    }
    Path audit = fault.needsSmallDisk() ? disk.empty().resolve("audit") : own.resolve("audit");
    return new LabBridge(new BridgeInside(audit, settings, limits, guard));
  }

  /** Lets a sensor of the microscope lie. */
  void fail(SensorFault fault) {
    simulated.tell(scope -> scope.fail(fault));
  }

  /** Makes everything whole again. */
  void mend() {
    fail(SensorFault.NONE);
    instrumentLines.forEach(line -> line.set(FaultRelay.Mode.PASS));
    watchdogsLine.set(FaultRelay.Mode.PASS);
    heartbeatLine.set(FaultRelay.Mode.PASS);
  }

  /** Forgets what went over the lines. */
  void forget() {
    instrumentLines.forEach(FaultRelay::forget);
    watchdogsLine.forget();
  }

  /** So many leases. */
  Duration leases(double count) {
    return Duration.ofNanos((long) (count * leaseSeconds * 1e9));
  }

  /** Whether faults that need it can be tried here. */
  boolean hasSmallDisk() {
    return disk.usable();
  }

  /** Leaves no room on the disk of the audit log. */
  void fillAuditDisk() {
    disk.fill();
  }

  /** What the watchdog has said. */
  String watchdogSaid() {
    return String.join("\n", watchdog.lines());
  }

  /** {@code kill -9} of the watchdog. */
  void killWatchdog() {
    watchdog.close();
  }

  boolean tipIsUp() {
    return truth.now().metalAngstrom() > OUT_OF_REACH_ANGSTROM;
  }

  /** Whether the tip is down with the feedback off. */
  boolean feedbackOpen() {
    return !feedbackOn() && truth.now().metalAngstrom() < NEAR_ANGSTROM;
  }

  /** Whether the feedback holds the tip, or brings it down. */
  boolean feedbackOn() {
    return simulated.ask(scope -> scope.z().on());
  }

  /** How often the tip met the surface so far. */
  int touches() {
    return truth.now().wreckage().crashes();
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
    disk.close();
  }
}
