package org.tipwright.runs.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.BridgeClient;
import org.tipwright.bridge.client.BridgeException;
import org.tipwright.bridge.client.LiftOutcome;
import org.tipwright.bridge.client.NoContactException;
import org.tipwright.bridge.command.OwnBridge;
import org.tipwright.bridge.command.SimulationSettings;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.deployment.DeployedLift;
import org.tipwright.runs.deployment.Deployment;
import org.tipwright.runs.deployment.EmergencyStop;
import org.tipwright.runs.deployment.InstrumentUri;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.evaluation.WilsonInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code deploy}: lets a trained policy drive an instrument through its bridge. */
@Command(
    name = "deploy",
    description = {
      "Let a trained policy lift molecules on an instrument, through its bridge alone.",
      "",
      "'sim' starts a bridge with a simulated instrument and arms it; any other bridge must have"
          + " been armed by its operator. Ctrl-C is an emergency stop: the tip goes up.",
      "An instrument that is no simulation ends with its first success, for the tip is loaded then.",
      ""
    })
final class DeployCommand implements Callable<Integer> {

  private static final Duration ARMING = Duration.ofMinutes(15);

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<run>", description = "Name or folder of a run, or 'latest'.")
  private String run;

  @Option(
      names = "--instrument",
      paramLabel = "<uri>",
      required = true,
      description = "'sim', grpc://host:port of a bridge, or grpcs://host:port with --tls.")
  private String instrument;

  @Option(
      names = "--tls",
      paramLabel = "<folder>",
      description =
          "The agent's certificate, as 'tipwright bridge certs' made it; for a grpcs:// address.")
  private @Nullable Path tls;

  @Option(
      names = "--episodes",
      paramLabel = "<n>",
      defaultValue = "1",
      description = "Lifts to make; by default ${DEFAULT-VALUE}.")
  private int episodes;

  @Option(
      names = "--approaches",
      paramLabel = "<n>",
      defaultValue = "3",
      description =
          "Approaches to make for one lift before it is given up for want of contact; by default"
              + " ${DEFAULT-VALUE}.")
  private int approaches;

  @Option(
      names = "--dry-run",
      description = "Move nothing, print what would have been moved. One lift is enough.")
  private boolean dryRun;

  @Option(
      names = "--instrument-seed",
      paramLabel = "<seed>",
      defaultValue = "1",
      description = "Seed of the simulated instrument; by default ${DEFAULT-VALUE}.")
  private long instrumentSeed;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description =
          "A setting in which the simulated instrument differs from the training; repeatable.")
  private List<String> assignments = new ArrayList<>();

  private final AtomicReference<@Nullable Deployment> deployment = new AtomicReference<>();

  @Override
  public Integer call() throws IOException, NotConverged {
    if (episodes < 1) {
      throw new WrongUse("--episodes is " + episodes + " but must be at least 1");
    }
    if (approaches < 1) {
      throw new WrongUse("--approaches is " + approaches + " but must be at least 1");
    }
    RunDirectory directory = ChosenRun.find(tipwright.home(), run);
    TrainedRun.check(directory);
    Optional<BridgeAddress> address = InstrumentUri.parse(instrument, tls);
    TrainedPolicy policy = PolicyFile.load(directory.policy());
    if (!policy.card().task().equals("lift")) {
      throw new WrongUse(
          "run '"
              + ChosenRun.name(directory)
              + "' was trained on '"
              + policy.card().task()
              + "', which no instrument has; deploy a run of the preset 'lift'");
    }
    if (address.isPresent()) {
      if (!assignments.isEmpty()) {
        throw new WrongUse(
            "--set is for the simulated instrument; an instrument at "
                + instrument
                + " has its settings from 'tipwright bridge serve'");
      }
      return deploy(directory, policy, address.get(), () -> {});
    }
    try (OwnBridge own =
        OwnBridge.start(
            simulated(policy.card().settings().getConfig("env")),
            instrumentSeed,
            event -> tell(event.text()))) {
      return deploy(directory, policy, own.address(), dryRun ? () -> {} : () -> own.arm(ARMING));
    }
  }

  private Config simulated(Config training) {
    try {
      return SimulationSettings.over(training, assignments);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private void tell(String decision) {
    Deployment running = deployment.get();
    if (running != null) {
      running.decided(decision);
    }
  }

  private int deploy(
      RunDirectory directory, TrainedPolicy policy, BridgeAddress address, Runnable arm)
      throws IOException, NotConverged {
    PrintWriter out = spec.commandLine().getOut();
    Files.createDirectories(directory.episodes());
    LongFunction<Path> files = LiftFiles.in(directory.episodes(), "deploy");
    arm.run();
    try (BridgeClient client = new BridgeClient(address, "tipwright deploy")) {
      client.acquireLease(dryRun, policy.identity());
      try (EmergencyStop stop = EmergencyStop.of(client);
          Deployment ready = ready(client, policy, files, out)) {
        deployment.set(ready);
        return lift(ready, arm, out);
      } finally {
        deployment.set(null);
      }
    }
  }

  private Deployment ready(
      BridgeClient client, TrainedPolicy policy, LongFunction<Path> files, PrintWriter out) {
    String operator = System.getProperty("user.name", "");
    try {
      return dryRun
          ? Deployment.dry(client, policy, out::println)
          : Deployment.armed(client, policy, approaches, out::println, files, operator);
    } catch (IllegalArgumentException unfit) {
      throw new WrongUse(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private int lift(Deployment ready, Runnable arm, PrintWriter out) throws NotConverged {
    int made = 0;
    int counted = 0;
    int lifted = 0;
    boolean loaded = false;
    @Nullable Path last = null;
    while (made < episodes && (!loaded || ready.goesOnAfterSuccess())) {
      arm.run();
      DeployedLift lift;
      try {
        lift = liftOrSay(ready, made + 1);
      } catch (NoContactException none) {
        out.printf(Locale.ROOT, "%3d  %s%n", made + 1, none.getMessage());
        break;
      }
      made++;
      loaded = lift.outcome() == LiftOutcome.SUCCESS;
      counted += lift.voided() ? 0 : 1;
      lifted += loaded && !lift.voided() ? 1 : 0;
      last = lift.file().orElse(null);
      out.printf(
          Locale.ROOT,
          "%3d  %-12s %3d steps  %s%n",
          made,
          dryRun ? "dry run" : words(lift.outcome()) + (lift.voided() ? ", void" : ""),
          lift.steps(),
          lift.file().map(Path::toString).orElse("nothing was moved"));
      out.flush();
    }
    if (loaded && !ready.goesOnAfterSuccess()) {
      out.println("the tip carries the molecule: put it down before the next lift");
    }
    if (!dryRun && made > 0) {
      sumUp(lifted, counted, out);
      out.println("next: ./tipwright replay " + last);
    }
    out.flush();
    return made > 0 ? 0 : 1;
  }

  private static void sumUp(int lifted, int made, PrintWriter out) {
    if (made == 0) {
      out.println("every lift was voided: nothing to count");
      return;
    }
    WilsonInterval interval = WilsonInterval.of(lifted, made);
    out.printf(
        Locale.ROOT,
        "%d of %d lifted: %.0f %%, 95 %% interval %.0f … %.0f %%%n",
        lifted,
        made,
        100.0 * lifted / made,
        100 * interval.low(),
        100 * interval.high());
  }

  private static DeployedLift liftOrSay(Deployment ready, int number) throws NotConverged {
    try {
      return ready.lift();
    } catch (BridgeException stopped) {
      throw new IllegalStateException(
          "lift " + number + " was stopped: " + stopped.getMessage(), stopped);
    }
  }

  private static String words(LiftOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
