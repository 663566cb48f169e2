package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.client.OperatorClient;
import org.tipwright.bridge.instrument.Instrument;
import org.tipwright.bridge.instrument.InstrumentDescription;
import org.tipwright.bridge.instrument.SimulatedInstrument;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.server.BridgeServer;
import org.tipwright.bridge.server.Listening;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.EpisodeReader;
import org.tipwright.runs.directory.RunDirectory;

/** Trainings of a few lifts, on instruments, through gRPC over loopback. */
class InstrumentTrainingTest {

  private static final List<String> SHORT =
      List.of(
          "training.environment-steps=0",
          "training.rounds=3",
          "training.recorded-episodes=0",
          "dqn.hidden=[8]",
          "dqn.warm-up-steps=50",
          "dqn.epsilon.decay-steps=50",
          "evaluation.episodes=2",
          "evaluation.record=0",
          "evaluation.fixed-path-sites=1");

  @TempDir private static Path home;

  private static CommandRun trained;

  @BeforeAll
  static void trainOnTheSimulatedInstrument() {
    trained = train("--instrument", "sim", "--name", "first");
  }

  /** The last setting of a key wins. */
  private static CommandRun train(String... words) {
    List<String> all = new ArrayList<>(List.of("train", "lift"));
    all.addAll(SHORT);
    all.addAll(List.of(words));
    return CommandRun.of(home, all.toArray(String[]::new));
  }

  @Test
  void everyLiftIsOneRoundAndIsRecorded() throws IOException {
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("next: ./tipwright deploy first --instrument sim");
    List<Path> lifts = lifts("first");
    assertThat(lifts).hasSize(3);
    assertThat(Files.readAllLines(run("first").metrics())).hasSize(1 + 3);
    CommandRun replayed = CommandRun.of(home, "replay", lifts.get(2).toString());
    assertThat(replayed.out()).contains("identical: all ");
    assertThat(run("first").best()).as("nothing is validated in simulation").doesNotExist();
    assertThat(run("first").policy()).exists();
  }

  @Test
  void aRunThatWasKilledGoesOnWithTheNextMolecule() throws IOException {
    CommandRun begun =
        train("--instrument", "sim", "--name", "killed", "training.checkpoint-every=1");
    assertThat(begun.exitCode()).as(begun.err()).isZero();
    // As it was after round 2: the last checkpoint had not been written yet.
    delete(run("killed").checkpoints().resolve("00000003"));

    CommandRun resumed = CommandRun.of(home, "train", "--resume", "killed");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    List<Path> lifts = lifts("killed");
    assertThat(lifts).as("what was done to the instrument is done").hasSize(4);
    assertThat(firstObservation(lifts.get(3))).isNotEqualTo(firstObservation(lifts.get(0)));
    assertThat(Files.readAllLines(run("killed").metrics())).hasSize(1 + 3);
  }

  @Test
  void aRunBeginsWithWhatAnotherHasLearnt() throws IOException {
    CommandRun further =
        CommandRun.of(
            home, "train", "--from", "first", "--name", "further", "training.rounds=1", "seed=2");

    assertThat(further.exitCode()).as(further.err()).isZero();
    assertThat(run("further").readConfig().getString("instrument")).isEqualTo("sim");
    assertThat(epsilonOfFirstRound("first")).isEqualTo(1);
    assertThat(epsilonOfFirstRound("further")).as("as it was at the end").isLessThan(0.021);
    CommandRun other =
        CommandRun.of(home, "train", "--from", "first", "--name", "other", "dqn.hidden=[9]");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("does not fit the agent, its network or what it observes");
    assertThat(run("other").config()).doesNotExist();
  }

  @Test
  void aSuccessLoadsTheTipAndEndsTheRunWithACheckpoint() throws IOException {
    Config strongTip =
        ConfigFactory.parseString("site.strength-nanonewton.mean = 3")
            .withFallback(Tasks.defaults("lift"));
    try (BridgeServer bridge =
        BridgeServer.start(
            Listening.plain("127.0.0.1", 0),
            real(new SimulatedInstrument(strongTip, 11)),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {})) {
      BridgeAddress address = new BridgeAddress("127.0.0.1", bridge.port());
      try (OperatorClient operator =
          OperatorClient.withToken(address, bridge.operatorToken().secret(), "operator")) {
        operator.arm(Duration.ofMinutes(5));

        CommandRun stopped =
            train("--instrument", address.toString(), "--name", "loaded", "training.rounds=50");

        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(1);
        List<Path> lifts = lifts("loaded");
        int made = lifts.size();
        assertThat(lifts.subList(0, made - 1))
            .allSatisfy(lift -> assertThat(end(lift)).isEqualTo("failure"));
        assertThat(end(lifts.get(made - 1))).isEqualTo("success");
        assertThat(Files.readAllLines(run("loaded").metrics())).hasSize(1 + made);
        assertThat(run("loaded").checkpoints().resolve(String.format("%08d", made))).exists();

        Files.delete(run("loaded").policy());
        operator.disarm();
        CommandRun unarmed = CommandRun.of(home, "train", "--resume", "loaded");
        assertThat(unarmed.exitCode()).isEqualTo(1);
        assertThat(unarmed.err()).contains("round " + (made + 1) + " was ended: ").contains("arm");
        assertThat(run("loaded").policy()).as("of what was learnt before").exists();
      }
    }
  }

  /** A simulated instrument that does not say that it is one. */
  private static Instrument real(SimulatedInstrument simulated) {
    return (Instrument)
        Proxy.newProxyInstance(
            Instrument.class.getClassLoader(),
            new Class<?>[] {Instrument.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(simulated, arguments);
                return answer instanceof InstrumentDescription said
                    ? new InstrumentDescription(
                        said.name(),
                        said.driver(),
                        said.capabilities(),
                        said.signals(),
                        Optional.empty())
                    : answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Test
  void whatAnInstrumentCannotDoIsRefusedBeforeAnythingIsWritten() {
    refused("no instrument has the task 'hose'", "train", "hose", "--instrument", "sim");
    refused(
        "an instrument has one tip, but training.groups × training.lanes-per-group = 4",
        "train",
        "lift",
        "--instrument",
        "sim",
        "training.groups=4",
        "training.episodes-per-round=4");
    refused("unknown instrument 'smi'", "train", "lift", "--instrument", "smi", "--name", "none");
    refused("--tls is for an instrument", "train", "lift", "--tls", "certs/agent");
    refused("leave preset and --config", "train", "lift", "--from", "first");
    refused(
        "set training.workers to 1", "train", "lift", "--instrument", "sim", "training.workers=2");
    refused("keeps its name, settings and instrument", "train", "--resume", "first", "--from", "x");
    CommandRun unanswered =
        CommandRun.of(
            home, "train", "lift", "--instrument", "grpc://127.0.0.1:1", "--name", "none");
    assertThat(unanswered.err()).startsWith("tipwright: no bridge answers at grpc://127.0.0.1:1");
    assertThat(run("none").root()).doesNotExist();
  }

  private static void refused(String why, String... words) {
    CommandRun run = CommandRun.of(home, words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(why);
  }

  private static RunDirectory run(String name) {
    return new RunDirectory(new Home(home).runs().resolve(name));
  }

  private static List<Path> lifts(String run) throws IOException {
    try (Stream<Path> files = Files.list(run(run).lifts())) {
      return files.sorted().toList();
    }
  }

  private static String end(Path lift) throws IOException {
    return EpisodeReader.read(lift).end().orElseThrow().getOutcome();
  }

  private static List<Float> firstObservation(Path lift) throws IOException {
    return EpisodeReader.read(lift).header().getFirstObservationList();
  }

  private static double epsilonOfFirstRound(String run) throws IOException {
    List<String> lines = Files.readAllLines(run(run).metrics());
    int column = List.of(lines.get(0).split(",", -1)).indexOf("epsilon");
    return Double.parseDouble(lines.get(1).split(",", -1)[column]);
  }

  private static void delete(Path checkpoint) throws IOException {
    try (Stream<Path> files = Files.list(checkpoint)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(checkpoint);
  }
}
