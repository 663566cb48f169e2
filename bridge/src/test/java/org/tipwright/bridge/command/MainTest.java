package org.tipwright.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.MicroscopeServer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;

/** The verbs as typed, against a bridge in this process. */
class MainTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final RecordingInstrument instrument = new RecordingInstrument();
  private BridgeServer server;
  private Path token;

  @BeforeEach
  void start() throws IOException {
    server =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            instrument,
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {});
    token = folder.resolve("operator.token");
    server.operatorToken().write(token);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int run(String... words) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private String bridge() {
    return "--bridge=grpc://127.0.0.1:" + server.port();
  }

  private String tokenFile() {
    return "--token-file=" + token;
  }

  @Test
  void theOperatorArmsStopsAndResets() {
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=5")).isZero();
    assertThat(out.toString()).contains("ARMED for 5.0 min, phase lift, the tip is withdrawn");
    assertThat(run("stop", bridge())).isZero();
    assertThat(run("stop", bridge())).isZero();
    assertThat(out.toString()).contains("TRIPPED (emergency stop by ");
    assertThat(run("arm", bridge(), tokenFile())).isEqualTo(1);
    assertThat(err.toString()).contains("an operator must reset it").hasLineCount(1);
    assertThat(run("reset", bridge(), tokenFile())).isZero();
    assertThat(run("disarm", bridge(), tokenFile())).isZero();
    assertThat(run("state", bridge())).isZero();
    assertThat(out.toString().strip()).endsWith("READ_ONLY, the tip is withdrawn");
  }

  @Test
  void stoppingNeedsNoToken() throws IOException {
    Files.delete(token);
    assertThat(run("stop", bridge())).isZero();
    assertThat(instrument.done).containsExactly("withdraw");
  }

  @Test
  void aPlanIsTriedThenCarriedOutAndItsStepsArePrinted() throws IOException {
    Path plan =
        Files.writeString(folder.resolve("up.plan"), "approach\nmove-tip 0 0 0.1\nwithdraw\n");
    assertThat(run("run", bridge(), plan.toString(), "--dry-run")).isZero();
    assertThat(out.toString())
        .contains(
            "#2 would move the tip from (0.00, 0.00, 0.00) Å to (0.00, 0.00, 0.10) Å",
            "3 steps, all within the limits; nothing was moved");
    assertThat(instrument.moves()).isEmpty();
    assertThat(run("run", bridge(), plan.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("the bridge is not armed");
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=1")).isZero();
    assertThat(run("run", bridge(), plan.toString())).isZero();
    assertThat(out.toString()).contains("0.10) Å, by 0.100 Å: 20.0 nA", "3 steps carried out");
    assertThat(instrument.moves()).hasSize(2);
  }

  @Test
  void anImageIsTakenWithinTheLimitsAndWritten() throws IOException {
    Path image = Files.writeString(folder.resolve("image.csv"), "an older image");
    String out = "--out=" + image;
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=1")).isZero();
    assertThat(run("scan", bridge(), "--x=1", "--y=2", "--pixels=3", "--speed=80", out))
        .isEqualTo(1);
    assertThat(err.toString()).contains("refused Scan #1: speed of 800.00 Å/s exceeds 500.00 Å/s");
    assertThat(instrument.moves()).isEmpty();
    assertThat(image).as("a refused scan loses nothing").content().isEqualTo("an older image");
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=1")).isZero();
    assertThat(run("scan", bridge(), "--x=1", "--y=2", "--pixels=3", out)).isZero();
    assertThat(image).content().hasLineCount(3).startsWith("0.0000,0.0000,0.0000");
    assertThat(instrument.moves())
        .containsExactly(
            "scan 5.00 nm around (1.00, 2.00) nm, 3 x 3, at 50.0 mV, 20 pA and 20.00 nm/s");
  }

  @Test
  void aPlanBeyondALimitEndsThereWithTheTipUp() throws IOException {
    Path plan = Files.writeString(folder.resolve("far.plan"), "approach\nmove-tip 0 0 2\n");
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=1")).isZero();
    assertThat(run("run", bridge(), plan.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("step of 2.00 Å exceeds 0.32 Å").hasLineCount(1);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void armingWithoutTheTokenFails() throws IOException {
    Files.writeString(token, "guessed");
    assertThat(run("arm", bridge(), tokenFile())).isEqualTo(1);
    assertThat(err.toString()).contains("only the operator may").hasLineCount(1);
    Files.delete(token);
    assertThat(run("arm", bridge(), tokenFile())).isEqualTo(1);
    assertThat(err.toString()).contains("the operator's token cannot be read");
  }

  @Test
  void theTokenIsReadableByItsOwnerAlone() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    assertThat(Files.getPosixFilePermissions(token))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void noBridgeIsAFailureInOneSentence() {
    String gone = bridge();
    server.close();
    assertThat(run("stop", gone)).isEqualTo(1);
    assertThat(err.toString()).contains("no bridge answers at grpc://").hasLineCount(1);
  }

  @Test
  void wrongUseIsTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("frobnicate")).isEqualTo(2);
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=0")).isEqualTo(2);
    assertThat(run("arm", bridge(), tokenFile(), "--minutes=NaN")).isEqualTo(2);
    assertThat(run("stop", "--bridge=http://elsewhere")).isEqualTo(2);
    assertThat(run("serve", "--instrument=createc")).isEqualTo(2);
    assertThat(run("serve", "--instrument=nanonis")).isEqualTo(2);
    assertThat(run("serve", "--config=" + token)).isEqualTo(2);
    assertThat(run("serve", "--host=0.0.0.0")).isEqualTo(2);
    assertThat(run("serve", "--set", "site.episods=2")).isEqualTo(2);
    assertThat(err.toString())
        .contains("unknown key 'site.episods' of the lift settings; did you mean 'site.episodes'?")
        .contains(
            "unknown verb 'frobnicate'; there are serve, watchdog, proxy, arm, disarm, run, scan,"
                + " stop, reset, void, state, console, certs, audit")
        .contains("loopback only")
        .contains("there is no instrument 'createc', only 'sim' and 'nanonis'")
        .contains("--instrument nanonis needs --config <file>")
        .contains("--config is for --instrument nanonis");
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void theSimulatedMicroscopeSaysWhereItListensAndServes() throws Exception {
    Thread serving =
        new Thread(
            () ->
                run(
                    "instrument",
                    "serve",
                    "--ports=0,0",
                    "--logger-port=0",
                    "--session=" + folder,
                    "--truth=" + folder.resolve("truth.conf"),
                    "--instrument-seed=3"));
    serving.start();
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> out.toString().contains("\n"));
    assertThat(out.toString()).startsWith("simulated microscope (seed 3) at 127.0.0.1, ports ");
    assertThat(folder.resolve("truth.conf")).content().contains("bond = NONE", "crashes = 0");
    int port = Integer.parseInt(out.toString().replaceAll("(?s).*ports (\\d+),.*", "$1"));
    try (GenericClient client = new GenericClient(port)) {
      assertThat(client.call("ZCtrl.StatusGet").getShort()).isEqualTo((short) 1);
    }
    serving.interrupt();
    serving.join();
  }

  private int serveNanonis(String settings) throws IOException {
    Path file = folder.resolve("stm7.conf");
    Files.writeString(file, settings);
    return run(
        "serve", "--instrument=nanonis", "--config=" + file, "--port=0", "--without-watchdog");
  }

  @Test
  void anInstrumentThatOutlivesTheBridgeNeedsAWatchdogOrTheWordThatThereIsNone()
      throws IOException {
    Path file = Files.writeString(folder.resolve("stm8.conf"), "ports = [1, 2, 3, 4]");
    String[] serve = {"serve", "--instrument=nanonis", "--config=" + file, "--port=0"};
    assertThat(run(serve)).isEqualTo(2);
    assertThat(err.toString())
        .contains("start 'tipwright bridge watchdog' beside it and give --watchdog host:port")
        .contains("--without-watchdog");
    assertThat(run("serve", "--watchdog=here")).isEqualTo(2);
    assertThat(err.toString()).contains("'here' is not host:port, such as 127.0.0.1:7452");
    assertThat(run("watchdog", "--config=" + file, "--listen=127.0.0.1:0", "--folder=" + folder))
        .as("no instrument there")
        .isEqualTo(1);
    assertThat(err.toString()).contains("the watchdog does not reach the instrument: ");
  }

  @Test
  void wrongSettingsOfAnInstrumentAreRefusedWithTheirLine() throws IOException {
    assertThat(serveNanonis("\nhosts = a")).isEqualTo(2);
    assertThat(serveNanonis("\n\ntrip-nanoampere = -1")).isEqualTo(2);
    assertThat(serveNanonis("site-nanometre = here")).isEqualTo(2);
    assertThat(serveNanonis("ports = [1, 2, 3, 99999]")).isEqualTo(2);
    assertThat(serveNanonis("trip-nanoampere = 90")).isEqualTo(2);
    assertThat(serveNanonis("measure.bias-millivolt = 40")).isEqualTo(2);
    assertThat(serveNanonis("site-nanometre = [")).isEqualTo(2);
    assertThat(err.toString())
        .contains("the driver 'nanonis' has no setting 'hosts' (stm7.conf line 2)")
        .contains("trip-nanoampere: must be above 0, not -1.0 (stm7.conf line 3)")
        .contains("stm7.conf: 1: site-nanometre has type STRING")
        .contains("there is no port 99999 (stm7.conf line 1)")
        .contains("trips at 80.0 nA, the instrument's settings only at 90.0 nA")
        .contains("make 'measure' the same in both")
        .hasLineCount(7);
  }

  @Test
  void anInstrumentThatCannotBeReachedIsAFailureInOneSentence() throws IOException {
    String gone = "ports = [" + String.join(",", Collections.nCopies(4, freePort())) + "]";
    assertThat(serveNanonis(gone)).isEqualTo(1);
    assertThat(err.toString()).contains("no instrument answers at ").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @Test
  void anInstrumentOverTheProtocolIsServedReadOnly() throws Exception {
    Microscope microscope =
        new Microscope(
            MicroscopeSettings.with(List.of()),
            1,
            new Session(folder, LocalDateTime.of(2026, 11, 21, 12, 0), 20_000),
            MonotonicClock.ofThisMachine(),
            1);
    try (MicroscopeServer scope =
        MicroscopeServer.start(microscope, List.of(0, 0, 0, 0), 0, Catalogue.R13742)) {
      Path settings = folder.resolve("stm7.conf");
      Files.writeString(settings, "ports = " + scope.ports() + ", reply-milliseconds = 20000");
      Thread serving =
          new Thread(
              () ->
                  run(
                      "serve",
                      "--instrument=nanonis",
                      "--config=" + settings,
                      "--port=0",
                      "--audit=" + folder.resolve("audit"),
                      "--token-file=" + folder.resolve("nanonis.token"),
                      "--without-watchdog"));
      serving.start();
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> out.toString().contains("bridge arm"));
      assertThat(out.toString())
          .startsWith("the tip is up")
          .contains("instrument 'nanonis' at grpc://127.0.0.1:")
          .contains("READ_ONLY");
      serving.interrupt();
      serving.join();
    }
  }

  @Test
  void aMicroscopeThatCannotBeIsRefused() {
    assertThat(run("instrument")).isEqualTo(2);
    assertThat(run("instrument", "serve", "--time-scale=0")).isEqualTo(2);
    assertThat(run("instrument", "serve", "--release=10862")).isEqualTo(2);
    assertThat(run("instrument", "serve", "--ports=1,2,3,4,5")).isEqualTo(2);
    assertThat(run("instrument", "serve", "--set", "piezo.rang=1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("'instrument' needs a verb, one of serve")
        .contains("time scale must be from")
        .contains("--release is 13742 or 14718, not 10862")
        .contains("one to four ports")
        .contains("piezo.rang=1");
  }

  @Test
  void everyVerbExplainsItself() {
    for (String verb :
        new String[] {
          "serve", "arm", "disarm", "stop", "reset", "state", "console", "certs", "audit"
        }) {
      assertThat(run(verb, "--help")).isZero();
    }
    assertThat(out.toString()).contains("Usage: tipwright bridge arm");
  }
}
