package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.RunInfo;

/** A policy that has learnt nothing, on the simulated instrument, through gRPC over loopback. */
class DeployTest {

  @TempDir private static Path home;

  private static RunDirectory run;

  @BeforeAll
  static void makeAPolicyThatAlwaysGoesUp() throws IOException {
    Config config = RunConfig.resolve("lift", Optional.empty(), List.of());
    run = new RunDirectory(new Home(home).runs().resolve("up"));
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
  void aLiftOnTheInstrumentIsRecordedAndReplaysBitForBit() throws IOException {
    CommandRun deployed =
        CommandRun.of(home, "deploy", "up", "--instrument", "sim", "--episodes", "2");

    assertThat(deployed.exitCode()).as(deployed.err()).isZero();
    assertThat(deployed.out()).contains(" of 2 lifted: ").contains("next: ./tipwright replay ");
    List<Path> records = records();
    assertThat(records).hasSize(2);
    CommandRun replayed = CommandRun.of(home, "replay", records.get(1).toString());
    assertThat(replayed.out()).contains("identical: all ");
    assertThat(replayed.exitCode()).isZero();
  }

  @Test
  void aDryRunMovesNothingRecordsNothingAndPrintsEveryMove() throws IOException {
    List<Path> before = records();

    CommandRun dry = CommandRun.of(home, "deploy", "up", "--instrument", "sim", "--dry-run");

    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("would approach the next molecule")
        .contains("to (0.00, 0.00, 14.00) Å")
        .contains("nothing was moved");
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void anInstrumentThatIsNoneOrDoesNotAnswerIsRefused() {
    assertThat(CommandRun.of(home, "deploy", "up", "--instrument", "smi"))
        .extracting(CommandRun::exitCode, CommandRun::err)
        .containsExactly(
            2,
            "tipwright: unknown instrument 'smi'; it is 'sim', grpc://host:port, or grpcs://host:port with"
                + " --tls"
                + System.lineSeparator());
    CommandRun unanswered =
        CommandRun.of(home, "deploy", "up", "--instrument", "grpc://127.0.0.1:1");
    assertThat(unanswered.exitCode()).isEqualTo(1);
    assertThat(unanswered.err()).startsWith("tipwright: no bridge answers at grpc://127.0.0.1:1");
  }

  @Test
  void aMicroscopeUnlikeTheTrainingIsSetByKey() throws IOException {
    List<Path> before = records();

    CommandRun deployed =
        CommandRun.of(home, "deploy", "up", "--instrument", "sim", "--set", "instrument.faults=on");

    assertThat(deployed.exitCode()).as(deployed.err()).isZero();
    List<Path> added = new ArrayList<>(records());
    added.removeAll(before);
    assertThat(added).hasSize(1);
    CommandRun replayed = CommandRun.of(home, "replay", added.get(0).toString());
    assertThat(replayed.out()).contains("identical: all ");
    Files.delete(added.get(0));
  }

  @Test
  void aSettingOfTheMicroscopeThatIsNoneOrWrongIsRefused() {
    CommandRun unknown =
        CommandRun.of(home, "deploy", "up", "--instrument", "sim", "--set", "instrument.fault=on");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean 'instrument.faults'?");
    CommandRun wrong =
        CommandRun.of(
            home, "deploy", "up", "--instrument", "sim", "--set", "instrument.settling-seconds=0");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("instrument.settling-seconds = 0.0: must be above 0");
    CommandRun elsewhere =
        CommandRun.of(
            home, "deploy", "up", "--instrument", "grpc://127.0.0.1:1", "--set", "bias-volt=0.002");
    assertThat(elsewhere.exitCode()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("--set is for the simulated instrument");
  }

  private static List<Path> records() throws IOException {
    try (Stream<Path> files = Files.list(run.episodes())) {
      return files.filter(file -> file.toString().endsWith(".episode")).sorted().toList();
    }
  }
}
