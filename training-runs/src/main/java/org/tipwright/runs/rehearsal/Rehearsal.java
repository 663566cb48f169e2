package org.tipwright.runs.rehearsal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipwright.bridge.certificates.DevelopmentAuthority;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.microscope.ChosenSite;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.physics.lift.LiftSite;

/**
 * One run on one simulated microscope after another: the microscope, the bridge and {@code deploy}
 * as processes of their own, with mutual TLS between the last two, and this program in the place of
 * the operator.
 *
 * @param home of the installation
 * @param run name or folder of the run whose policy lifts
 * @param folder for logs, certificates, audit and truth, one folder for each seed
 * @param timeScale by which instrument time is faster than the wall clock
 * @param lifts to make at most on each microscope
 * @param settings in which the microscopes differ from the shipped ones, {@code key=value}
 */
public record Rehearsal(
    Path home, String run, Path folder, double timeScale, int lifts, List<String> settings) {

  /** An operator has brought the surface near the upper end of z, and made the controller ready. */
  private static final List<String> READY =
      List.of(
          "piezo.range-nanometre.z=12",
          "piezo.surface-nanometre=0.5",
          "start.safe-tip-nanoampere=70",
          "start.bias-volt=0.003");

  private static final Duration TO_START = Duration.ofMinutes(5);
  private static final Duration OF_CERTIFICATES = Duration.ofDays(2);
  private static final Duration ARMING = Duration.ofHours(4);
  private static final Pattern LIFT =
      Pattern.compile(
          "(?m)^ +\\d+ +(success|rupture|dropped|tip changed|unknown|no contact)(?: +\\d+ steps| in)");

  /** What is under the tip in the microscope of a seed when the first lift begins. */
  public LiftSite site(long seed) {
    return ChosenSite.in(MicroscopeSettings.with(ready()), seed).truth();
  }

  private List<String> ready() {
    return Stream.concat(READY.stream(), settings.stream()).toList();
  }

  /** Rehearses on the microscope of a seed; a program that fails is a lift that was stopped. */
  public RehearsedLift on(long seed) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve("seed-" + seed));
    Path truth = own.resolve("truth.conf");
    List<String> outcomes = new ArrayList<>();
    String remark = "";
    try (Program microscope =
        Program.start(home, own, "microscope", microscope(seed, own, truth))) {
      String ports = microscope.awaitPrinted("ports ([0-9, ]+), logger", TO_START);
      remark = deploy(own, ports, outcomes);
    } catch (IOException failed) {
      outcomes.add(RehearsedLift.STOPPED);
      remark = String.valueOf(failed.getMessage());
    }
    Config found = ConfigFactory.parseFile(truth.toFile());
    return new RehearsedLift(
        seed,
        outcomes,
        found.hasPath("bond") && found.getString("bond").equals("CARRIED"),
        found.hasPath("crashes") ? found.getInt("crashes") : 0,
        remark);
  }

  private List<String> microscope(long seed, Path own, Path truth) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "instrument",
                "serve",
                "--ports=0,0,0,0",
                "--logger-port=0",
                "--time-scale=" + timeScale,
                "--instrument-seed=" + seed,
                "--site=" + own,
                "--truth=" + truth,
                "--session=" + own.resolve("session")));
    ready().forEach(setting -> words.add("--set=" + setting));
    return words;
  }

  private String deploy(Path own, String ports, List<String> outcomes)
      throws IOException, InterruptedException {
    DevelopmentAuthority authority = DevelopmentAuthority.in(own.resolve("certs"));
    Path bridgeFolder = authority.forBridge(List.of("127.0.0.1"), OF_CERTIFICATES);
    Path agent = authority.forClient("agent", Role.AGENT, OF_CERTIFICATES);
    Path operator = authority.forClient("operator", Role.OPERATOR, OF_CERTIFICATES);
    List<String> serve =
        List.of(
            "bridge",
            "serve",
            "--instrument=nanonis",
            "--config=" + driverSettings(own, ports),
            "--limits=" + limits(own),
            "--port=0",
            "--tls=" + bridgeFolder,
            "--audit=" + own.resolve("audit"),
            "--without-watchdog");
    try (Program bridge = Program.start(home, own, "bridge", serve)) {
      String address = bridge.awaitPrinted("at (grpcs://\\S+), READ_ONLY", TO_START);
      arm(BridgeAddress.parse(address, operator));
      List<String> lift =
          List.of(
              "deploy", run, "--instrument=" + address, "--tls=" + agent, "--episodes=" + lifts);
      try (Program deploy = Program.start(home, own, "deploy", lift)) {
        boolean ended = deploy.awaitEnd(ARMING);
        Matcher each = LIFT.matcher(deploy.printed());
        while (each.find()) {
          outcomes.add(each.group(1));
        }
        boolean complete =
            ended
                && (outcomes.size() == lifts
                    || outcomes.contains(RehearsedLift.SUCCESS)
                    || outcomes.contains(RehearsedLift.NO_CONTACT));
        if (!complete) {
          outcomes.add(RehearsedLift.STOPPED);
        }
        return complete && !outcomes.contains(RehearsedLift.NO_CONTACT) ? "" : deploy.lastLine();
      }
    }
  }

  private static void arm(BridgeAddress address) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TO_START.toNanos();
    try (OperatorClient operator = OperatorClient.withCertificate(address)) {
      while (true) {
        try {
          if (operator.arm(ARMING).getState() == SafetyState.ARMED) {
            return;
          }
        } catch (BridgeException notYet) {
          // A first handshake of programs that have just begun may take too long for one try.
          if (System.nanoTime() > deadline) {
            throw new IOException("the bridge was not armed: " + notYet.getMessage(), notYet);
          }
        }
        Thread.sleep(1000);
      }
    }
  }

  /** The site as chosen, and waits as many times shorter as the instrument is faster. */
  private Path driverSettings(Path own, String ports) throws IOException {
    Path file = own.resolve("stm.conf");
    Files.writeString(
        file,
        Files.readString(own.resolve("site.conf"))
            + String.format(
                Locale.ROOT,
                "ports = [%s]%n"
                    + "frequency-shift-signal = \"Frequency Shift\"%n"
                    + "reply-milliseconds = 60000, emergency-reply-milliseconds = 10000%n"
                    + "settling-seconds = %.4f, creep-angstrom-per-second = %.4f%n"
                    + "rest-seconds = 1800, landing-seconds = 600%n"
                    + "bias-ramp-volt-per-second = %.4f, approach-angstrom-per-second = %.4f%n"
                    + "travel-nanometre-per-second = %.4f, withdraw-seconds = 60%n",
                ports,
                1 / timeScale,
                0.02 * timeScale,
                0.1 * timeScale,
                0.5 * timeScale,
                20 * timeScale));
    return file;
  }

  /** As shipped, for an instrument so many times as fast on a machine that may be busy. */
  private Path limits(Path own) throws IOException {
    Config shipped = ConfigFactory.parseResources(LimitProfile.class, "lowtemp.conf");
    Config limits =
        ConfigFactory.parseString(
                String.format(
                    Locale.ROOT,
                    "lease-seconds = 30, command-seconds = 120, withdraw-seconds = 60,"
                        + " lift.speed-angstrom-per-second = %.3f, lift.contact-seconds = 3000",
                    timeScale))
            .withFallback(shipped);
    Path file = own.resolve("limits.conf");
    Files.writeString(file, limits.root().render(ConfigRenderOptions.concise()));
    return file;
  }
}
