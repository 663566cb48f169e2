package org.tipwright.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.adversary.Tally;
import org.tipwright.bridge.instrument.SimulatedInstrument;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.TruthJudge;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.driver.MicroscopeBench;
import org.tipwright.env.Tasks;

/**
 * Clients that send whatever they like over gRPC, on real sockets, to a bridge that an operator
 * arms again and again: some thousand messages, a million with {@code -Dtipwright.nightly=true}. No
 * verb outside the limits reaches the instrument, nothing moves unarmed, and the truth of the
 * simulated microscope keeps the limits at each of its steps.
 */
class BridgeAdversaryTest {

  private static final boolean NIGHTLY = Boolean.getBoolean("tipwright.nightly");
  private static final int NIGHTLY_CALLS = Integer.getInteger("tipwright.adversary", 1_000_000);
  private static final int CALLS = NIGHTLY ? NIGHTLY_CALLS : 5_000;
  private static final int CALLS_TO_A_MICROSCOPE = NIGHTLY ? NIGHTLY_CALLS : 1_500;
  private static final double APPROACH_VOLT = 0.003;

  /** gRPC logs a stack for each message that is none: here those are many thousands. */
  private static final Logger STACKS = Logger.getLogger("io.grpc");

  @TempDir private Path folder;
  private volatile Optional<TruthJudge> truth = Optional.empty();

  @BeforeAll
  static void withoutStacks() {
    STACKS.setLevel(Level.OFF);
  }

  @AfterAll
  static void withStacks() {
    STACKS.setLevel(null);
  }

  @Test
  void nothingOutsideTheLimitsReachesTheInstrument() throws Exception {
    Config planar =
        ConfigFactory.parseString("engine = planar").withFallback(Tasks.defaults("lift")).resolve();
    JudgedInstrument judged = new JudgedInstrument(new SimulatedInstrument(planar, 6));
    Siege siege = new Siege(folder, judged, Optional.empty(), () -> {}, new Tally(CALLS));
    try (siege) {
      siege.endure("adversary-grpc.md", 2_000, 2_000);
    }
    assertThat(judged.moves()).as("some were let through").isPositive();
    assertThat(siege.logIsWhole()).isTrue();
  }

  @Test
  void theTruthOfTheMicroscopeKeepsTheLimits() throws Exception {
    try (MicroscopeBench bench = new MicroscopeBench(folder.resolve("session"), this::arrives)) {
      Microscope microscope = bench.microscope();
      TruthJudge judge = new TruthJudge(microscope, TruthJudge.OF_AGENTS);
      truth = Optional.of(judge);
      Siege siege =
          new Siege(
              folder,
              new JudgedInstrument(bench.instrument()),
              truth,
              () -> microscope.tell(scope -> scope.bias().set(APPROACH_VOLT)),
              new Tally(CALLS_TO_A_MICROSCOPE, () -> judge.stepsDown() > 0));
      try (siege) {
        siege.endure("adversary-grpc-nanonis.md", 40_000, 4_000);
      }
      assertThat(microscope.truth().now().gapAngstrom()).isGreaterThan(100);
      assertThat(judge.violation()).isEmpty();
      assertThat(siege.logIsWhole()).isTrue();
    }
  }

  /** What the driver sends on its line of commands, and when. */
  private void arrives(Command command, int port) {
    TruthJudge judge = truth.orElse(null);
    if (judge == null || port != 0 || command.name().endsWith("Get")) {
      return;
    }
    boolean within =
        switch (command.name()) {
          case "Bias.Set" -> Math.abs(command.real("bias")) <= 0.0501;
          case "ZCtrl.SetpntSet" ->
              command.real("setpoint") > 0 && command.real("setpoint") <= 1.001e-10;
          case "FolMe.SpeedSet" -> command.real("speed") > 0 && command.real("speed") <= 2.001e-7;
          case "ZCtrl.ZPosSet" -> Double.isFinite(command.real("z"));
          case "FolMe.XYPosSet", "ZCtrl.OnOffSet" -> true;
          default -> false;
        };
    if (!within || judge.possible().isEmpty()) {
      judge.violate(command + " arrived");
    }
  }
}
