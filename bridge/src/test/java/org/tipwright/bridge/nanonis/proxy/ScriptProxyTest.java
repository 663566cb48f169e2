package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.PATIENCE;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.told;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.bridge.safety.StateSnapshot;

/** A script of somebody who knows nothing of us, over the proxy's sockets. */
class ScriptProxyTest {

  /** Of the microscope's ports, as the driver uses them. */
  private static final int COMMANDS = 0;

  private static final int EMERGENCY = 2;

  @TempDir private Path folder;
  private final List<String> commanded = new CopyOnWriteArrayList<>();
  private final List<String> stopped = new CopyOnWriteArrayList<>();
  private ProxyBench bench;

  @BeforeEach
  void start() throws Exception {
    bench =
        new ProxyBench(
            folder,
            Optional.empty(),
            (command, port) -> {
              if (port == COMMANDS && !command.name().endsWith("Get")) {
                commanded.add(command.toString());
              } else if (port == EMERGENCY && !command.name().matches(".*Get")) {
                stopped.add(command.name());
              }
            });
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private StateSnapshot state() {
    return bench.supervisor.state();
  }

  @Test
  void readingsAreTheInstrumentsByteForByte() throws Exception {
    try (GenericClient script = bench.script(0);
        GenericClient direct = bench.direct()) {
      for (String name :
          List.of(
              "Util.VersionGet",
              "Signals.NamesGet",
              "Bias.Get",
              "ZCtrl.SetpntGet",
              "ZCtrl.GainGet",
              "ZCtrl.StatusGet",
              "FolMe.SpeedGet",
              "Scan.FrameGet",
              "Scan.BufferGet",
              "Scan.PropsGet",
              "Piezo.RangeGet",
              "SafeTip.PropsGet",
              "BiasSpectr.ChsGet",
              "TipShaper.PropsGet",
              "TCPLog.StatusGet")) {
        ByteBuffer through = script.call(name);
        assertThat(through).as(name).isEqualTo(direct.call(name));
      }
      assertThat(script.call("Signals.CalibrGet", 999))
          .as("the instrument's own refusal")
          .isEqualTo(direct.call("Signals.CalibrGet", 999));
    }
    assertThat(state().leaseHolder()).isEmpty();
  }

  @Test
  void unarmedOnlyReadingsAndStopsPass() throws Exception {
    try (GenericClient script = bench.script(1)) {
      assertThat(told(script, "FolMe.XYPosSet", 0, 1e-8, 0.0, 1))
          .startsWith("refused FolMe.XYPosSet: the bridge is READ_ONLY")
          .endsWith("nothing was moved");
      assertThat(told(script, "ZCtrl.OnOffSet", 0, 1)).contains("READ_ONLY");
      assertThat(told(script, "ZCtrl.Home", 0)).contains("not let through in any phase");
      assertThat(told(script, "ZCtrl.Withdraw", 0, 1, 10_000)).isEmpty();
      assertThat(told(script, "FolMe.Stop", 0)).isEmpty();
      assertThat(told(script, "Scan.Action", 0, (short) 1, 0)).isEmpty();
    }
    assertThat(commanded).isEmpty();
    assertThat(stopped).contains("ZCtrl.Withdraw", "FolMe.Stop", "Scan.Action");
    assertThat(state().leaseHolder()).isEmpty();
  }

  @Test
  void aScriptScansWithinTheLimitsAndLeavesTheTipUnderTheFeedback() throws Exception {
    try (GenericClient script = bench.script(0)) {
      bench.land(script);
      assertThat(state().leaseHolder()).startsWith("script at 127.0.0.1:");
      assertThat(told(script, "Scan.BufferSet", 0, 1, 0, 16, 4)).isEmpty();
      assertThat(told(script, "Scan.FrameSet", 0, 0f, 0f, 2e-9f, 2e-9f, 0f)).isEmpty();
      assertThat(told(script, "Scan.SpeedSet", 0, 4e-8f, 4e-8f, 0f, 0f, (short) 1, 0f)).isEmpty();
      assertThat(told(script, "Scan.Action", 0, (short) 0, 1)).isEmpty();
      ByteBuffer ended = script.call("Scan.WaitEndOfScan", 60_000);
      assertThat(ended.getInt()).as("timed out").isZero();
      assertThat(ended.getInt()).as("length of the path").isPositive();
    }
    await().atMost(PATIENCE).until(() -> state().leaseHolder().isEmpty());
    assertThat(state().state()).isEqualTo(SafetyState.ARMED);
    assertThat(state().engaged()).isTrue();
    try (GenericClient next = bench.script(0)) {
      await().atMost(PATIENCE).until(() -> told(next, "ZCtrl.SetpntSet", 0, 4e-11f).isEmpty());
    }
    bench.supervisor.disarm("operator");
    await().atMost(PATIENCE).until(() -> !state().engaged());
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }

  @Test
  void whatIsBeyondThePhaseIsRefusedAndNeverArrives() throws Exception {
    try (GenericClient script = bench.script(0)) {
      bench.land(script);
      commanded.clear();
      assertThat(told(script, "Bias.Set", 0, 2f)).contains("exceeds 1000.00 mV (phase scan");
      assertThat(told(script, "Bias.Set", 0, Float.NaN)).contains("is not finite");
      assertThat(told(script, "Bias.Set", 0, -0.05f)).contains("would cross 0 V");
      assertThat(told(script, "ZCtrl.SetpntSet", 0, 0f)).contains("finds the surface");
      assertThat(told(script, "ZCtrl.ZPosSet", 0, 0f))
          .contains("armed for phase scan, and this is for approach");
      assertThat(told(script, "FolMe.SpeedSet", 0, 1e-6f, 1)).contains("speed of");
      assertThat(told(script, "Scan.FrameSet", 0, 0f, 0f, Float.NaN, 1e-8f, 0f))
          .contains("is not finite");
      assertThat(told(script, "TipShaper.Start", 0, 0, 1000)).contains("tip-preparation");
      assertThat(told(script, "Bias.Get", 4)).isEmpty();
    }
    assertThat(commanded).isEmpty();
  }

  @Test
  void oneConnectionCommandsAndEverybodyMayStop() throws Exception {
    try (GenericClient first = bench.script(0);
        GenericClient second = bench.script(1)) {
      bench.land(first);
      assertThat(told(second, "Bias.Set", 0, 0.04f)).contains("holds the lease");
      assertThat(told(second, "Bias.Get", 4)).isEmpty();
      assertThat(told(second, "ZCtrl.Withdraw", 0, 1, 60_000)).isEmpty();
      await().atMost(PATIENCE).until(() -> !state().engaged());
      assertThat(state().tripReason()).as("a withdrawal is no trip").isEmpty();
      assertThat(state().state()).isEqualTo(SafetyState.ARMED);
      assertThat(told(first, "ZCtrl.OnOffSet", 0, 1)).isEmpty();
    }
  }

  @Test
  void aScriptThatHangsUpWithTheFeedbackOffTrips() throws Exception {
    try (GenericClient script = bench.script(0)) {
      bench.land(script);
      assertThat(told(script, "ZCtrl.OnOffSet", 0, 0)).isEmpty();
      await().atMost(PATIENCE).until(() -> bench.microscope.ask(scope -> !scope.z().on()));
      await().atMost(PATIENCE).until(() -> told(script, "ZCtrl.StatusGet", 2).isEmpty());
      Thread.sleep(500);
    }
    await().atMost(PATIENCE).until(() -> state().state() == SafetyState.TRIPPED);
    assertThat(state().tripReason()).contains("hung up with the tip down");
    await().atMost(PATIENCE).until(() -> !state().engaged());
  }

  @Test
  void whatSomebodyElseChangesTrips() throws Exception {
    try (GenericClient script = bench.script(0)) {
      bench.land(script);
      Thread.sleep(1500);
      bench.microscope.tell(scope -> scope.bias().set(0.2));
      await().atMost(PATIENCE).until(() -> state().state() == SafetyState.TRIPPED);
      assertThat(state().tripReason()).contains("changed by somebody else: bias");
      await().atMost(PATIENCE).until(() -> !state().engaged());
      assertThat(told(script, "Bias.Set", 0, 0.05f)).contains("the bridge is tripped");
    }
  }

  @Test
  void anApproachGoesDownInSmallStepsAndNoFurtherThanItsRange() throws Exception {
    try (GenericClient script = bench.script(0)) {
      assertThat(told(script, "Bias.Get", 4)).isEmpty();
      bench.land(script);
      // The reference is taken once the feedback holds the tip.
      Thread.sleep(1000);
      bench.arm(Phase.APPROACH);
      Thread.sleep(1000);
      assertThat(told(script, "ZCtrl.OnOffSet", 0, 0)).isEmpty();
      await()
          .atMost(PATIENCE)
          .until(() -> script.call("ZCtrl.StatusGet").getShort() == Reading.OFF);
      float z = script.call("ZCtrl.ZPosGet").getFloat();
      assertThat(told(script, "ZCtrl.ZPosSet", 0, z - 1e-10f)).contains("exceeds 0.05");
      assertThat(told(script, "ZCtrl.ZPosSet", 0, z - 4e-12f)).isEmpty();
      assertThat(told(script, "ZCtrl.ZPosSet", 0, z - 1e-9f)).contains("exceeds 0.05");
    }
    await().atMost(PATIENCE).until(() -> state().state() == SafetyState.TRIPPED);
  }
}
