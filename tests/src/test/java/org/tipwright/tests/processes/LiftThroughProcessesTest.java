package org.tipwright.tests.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.policy.ModelCard;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.bridge.audit.AuditVerification;
import org.tipwright.bridge.certificates.DevelopmentAuthority;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.RunInfo;

/**
 * Policy, mutual TLS, supervisor, Nanonis protocol, simulated microscope: three processes, the
 * operator in a fourth. Five times as fast as on an instrument, with the creep and the hysteresis
 * of one; the surface near the end of z, so that creep passes soon.
 */
class LiftThroughProcessesTest {

  private static final long SEED = 1;
  private static final List<String> MICROSCOPE =
      List.of(
          "piezo.range-nanometre.z=60",
          "piezo.surface-nanometre=5",
          "start.safe-tip-nanoampere=70",
          "start.bias-volt=0.003");

  @TempDir private static Path home;

  @BeforeAll
  static void makeAPolicyThatAlwaysGoesUp() throws IOException {
    Config config = RunConfig.resolve("lift", Optional.empty(), List.of());
    RunDirectory run =
        new RunDirectory(home.resolve("training-runs").resolve("runs").resolve("up"));
    run.create(config, RunInfo.now(1, "lift"));
    EnvironmentCore lift = Tasks.create("lift", config.getConfig("env"));
    ActionSpec.Discrete moves = (ActionSpec.Discrete) lift.actionSpec();
    DqnSettings dqn = DqnSettings.from(config.getConfig("dqn"));
    NetworkShape shape = QNetwork.create(lift.observationSpec(), moves, dqn, 1).shape();
    ModelCard card =
        new ModelCard(
            "lift",
            "lift",
            1,
            lift.observationSpec(),
            moves,
            dqn.scaleObservations(),
            config,
            ConfigFactory.empty());
    // Of equal values the first is taken, and the first move is up.
    PolicyFile.save(
        run.policy(), new TrainedPolicy(card, shape, new float[shape.parameterCount()]));
  }

  @Test
  void aPolicyLiftsThroughEveryLayerAndTheOutcomeIsRecorded() throws Exception {
    DevelopmentAuthority authority = DevelopmentAuthority.in(home.resolve("certs"));
    Duration life = Duration.ofDays(2);
    Path bridgeFolder = authority.forBridge(List.of("127.0.0.1"), life);
    Path agent = authority.forClient("agent", Role.AGENT, life);
    Path operator = authority.forClient("operator", Role.OPERATOR, life);
    Path audit = home.resolve("audit");
    String outcome;
    try (Program microscope = startMicroscope()) {
      String ports = microscope.awaitPrinted("ports ([0-9, ]+), logger");
      Path settings = home.resolve("stm.conf");
      Files.writeString(settings, driverSettings(ports));
      try (Program bridge =
          Program.start(
              home,
              "bridge",
              "bridge",
              "serve",
              "--instrument=nanonis",
              "--config=" + settings,
              "--limits=" + fasterLimits(),
              "--port=0",
              "--tls=" + bridgeFolder,
              "--audit=" + audit,
              "--without-watchdog")) {
        String address = bridge.awaitPrinted("at (grpcs://\\S+), READ_ONLY");
        bridge.awaitPrinted("(bridge arm)");
        try (OperatorClient armer =
            OperatorClient.withCertificate(BridgeAddress.parse(address, operator))) {
          // The first handshake of two programs that have just begun may take too long for one.
          await()
              .atMost(Program.PATIENCE)
              .ignoreExceptionsInstanceOf(BridgeException.class)
              .until(() -> armer.arm(Duration.ofHours(2)).getState() == SafetyState.ARMED);
        }
        try (Program deploy =
            Program.start(
                home, "deploy", "deploy", "up", "--instrument", address, "--tls=" + agent)) {
          assertThat(deploy.awaitExit()).as(deploy.printed() + bridge.printed()).isZero();
          assertThat(deploy.printed()).contains(" of 1 lifted");
          outcome = deploy.awaitPrinted("  1  (rupture|success|dropped|tip changed|unknown) ");
        }
        assertThat(bridge.printed()).contains("the tip is up").doesNotContain("TRIPPED");
      }
    }
    Config truth = ConfigFactory.parseFile(home.resolve("truth.conf").toFile());
    assertThat(truth.getString("bond").equals("CARRIED"))
        .as(truth.toString())
        .isEqualTo(outcome.equals("success"));
    assertThat(truth.getInt("crashes")).isZero();
    assertThat(AuditVerification.of(audit, List.of()).records()).isGreaterThan(100);
    Path episodes = home.resolve("training-runs").resolve("runs").resolve("up").resolve("episodes");
    try (Stream<Path> files = Files.list(episodes)) {
      assertThat(files).hasSize(1);
    }
  }

  private static Program startMicroscope() throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "instrument",
                "serve",
                "--ports=0,0,0,0",
                "--logger-port=0",
                "--time-scale=5",
                "--instrument-seed=" + SEED,
                "--site=" + home,
                "--truth=" + home.resolve("truth.conf"),
                "--session=" + home.resolve("session")));
    MICROSCOPE.forEach(setting -> words.add("--set=" + setting));
    return Program.start(home, "microscope", words.toArray(String[]::new));
  }

  private static String driverSettings(String ports) throws IOException {
    return Files.readString(home.resolve("site.conf"))
        + "ports = ["
        + ports
        + "]\n"
        + "frequency-shift-signal = \"Frequency Shift\"\n"
        + "reply-milliseconds = 60000, emergency-reply-milliseconds = 10000\n"
        + "settling-seconds = 0.2, creep-angstrom-per-second = 0.1, landing-seconds = 600\n"
        + "bias-ramp-volt-per-second = 0.5, approach-angstrom-per-second = 2.5\n"
        + "travel-nanometre-per-second = 100, withdraw-seconds = 20\n";
  }

  /** As shipped, for an instrument five times as fast on a machine that may be busy. */
  private static Path fasterLimits() throws IOException {
    Config limits =
        ConfigFactory.parseString(
                "lease-seconds = 30, command-seconds = 120, withdraw-seconds = 20,"
                    + " lift.speed-angstrom-per-second = 5, lift.contact-seconds = 3000")
            .withFallback(ConfigFactory.parseResources(LimitProfile.class, "lowtemp.conf"));
    Path file = home.resolve("limits.conf");
    Files.writeString(file, limits.root().render(ConfigRenderOptions.concise()));
    return file;
  }
}
