package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.PATIENCE;
import static org.tipwright.bridge.nanonis.proxy.ProxyBench.told;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.Field;
import org.tipwright.bridge.nanonis.Frames;
import org.tipwright.bridge.nanonis.SampleValues;
import org.tipwright.bridge.nanonis.Shape;
import org.tipwright.bridge.nanonis.WireType;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.env.random.RandomStream;

/**
 * Scripts that send whatever they like, armed and unarmed, in phases that change: 20,000 requests,
 * a million with {@code -Dtipwright.nightly=true}. What arrives at the microscope is held against
 * limits that are written here a second time, and so is the microscope's own truth.
 */
class ProxyAdversaryTest {

  private static final int REQUESTS = Boolean.getBoolean("tipwright.nightly") ? 1_000_000 : 20_000;
  private static final int REQUESTS_PER_ARMING = 60;
  private static final int REQUESTS_PER_CONNECTION = 150;
  private static final long MOST_GROWTH_BYTES = 64 << 20;
  private static final List<CommandLayout> LAYOUTS =
      List.copyOf(Catalogue.of(Catalogue.R13742).commands());

  /** By port of the microscope: the commands', the monitor's, the emergency's. */
  private static final int COMMANDS = 0;

  private static final Set<String> STOPS =
      Set.of(
          "ZCtrl.Withdraw",
          "FolMe.Stop",
          "Scan.Action",
          "BiasSpectr.Stop",
          "ZSpectr.Stop",
          "Motor.StopMove",
          "SafeTip.OnOffSet",
          "AutoApproach.OnOffSet",
          "FolMe.PSOnOffSet");

  /** Besides readings, and what neither moves nor sets. */
  private static final Map<Phase, Set<String>> MAY_ARRIVE =
      Map.of(
          Phase.SCAN,
          Set.of(
              "Bias.Set",
              "ZCtrl.OnOffSet",
              "ZCtrl.SetpntSet",
              "FolMe.XYPosSet",
              "FolMe.SpeedSet",
              "Scan.Action",
              "Scan.FrameSet",
              "Scan.SpeedSet",
              "Scan.BufferSet",
              "Scan.PropsSet",
              "Scan.Save",
              "Scan.BackgroundPaste",
              "Scan.BackgroundDelete"),
          Phase.APPROACH,
          Set.of("Bias.Set", "ZCtrl.OnOffSet", "ZCtrl.ZPosSet"),
          Phase.LIFT,
          Set.of("Bias.Set", "ZCtrl.OnOffSet", "ZCtrl.ZPosSet", "FolMe.XYPosSet", "FolMe.SpeedSet"),
          Phase.CARRY,
          Set.of("Bias.Set", "ZCtrl.OnOffSet", "ZCtrl.ZPosSet", "FolMe.XYPosSet", "FolMe.SpeedSet"),
          Phase.PUT_DOWN,
          Set.of("Bias.Set", "ZCtrl.OnOffSet", "ZCtrl.ZPosSet", "FolMe.XYPosSet", "FolMe.SpeedSet"),
          Phase.DRAG,
          Set.of(
              "Bias.Set", "ZCtrl.OnOffSet", "ZCtrl.SetpntSet", "FolMe.XYPosSet", "FolMe.SpeedSet"),
          Phase.RETREAT,
          Set.of("ZCtrl.OnOffSet", "ZCtrl.ZPosSet"),
          Phase.TIP_PREPARATION,
          Set.of(
              "Bias.Set",
              "ZCtrl.OnOffSet",
              "ZCtrl.SetpntSet",
              "ZCtrl.ZPosSet",
              "FolMe.XYPosSet",
              "FolMe.SpeedSet",
              "Bias.Pulse",
              "TipShaper.Start",
              "TipShaper.PropsSet"));

  private static final Set<String> HARMLESS =
      Set.of(
          "FolMe.OversamplSet",
          "TCPLog.ChsSet",
          "TCPLog.OversamplSet",
          "TCPLog.Start",
          "TCPLog.Stop",
          "Scan.WaitEndOfScan",
          "Scan.WaitEndOfLine",
          "Scan.FrameDataGrab");

  /** Largest bias in V, setpoint in A and follow-me speed in m/s by phase. */
  private static final Map<Phase, double[]> MOST =
      Map.of(
          Phase.SCAN, new double[] {1, 1e-10, 5e-8},
          Phase.APPROACH, new double[] {0.005, 0, 0},
          Phase.LIFT, new double[] {0.005, 0, 1e-10},
          Phase.CARRY, new double[] {0.005, 0, 5e-10},
          Phase.PUT_DOWN, new double[] {0.005, 0, 5e-11},
          Phase.DRAG, new double[] {0.015, 6e-8, 1e-9},
          Phase.RETREAT, new double[] {0, 0, 0},
          Phase.TIP_PREPARATION, new double[] {0.1, 1e-10, 1e-9});

  @TempDir private Path folder;
  private final RandomStream random = new RandomStream(5, "proxy-adversary");
  private final GenericClient[] scripts = new GenericClient[3];
  private volatile Optional<Phase> armed = Optional.empty();
  private volatile String violation = "";
  private ProxyBench bench;
  private int crashesMeant;
  private int arrived;

  @BeforeEach
  void start() throws Exception {
    bench = new ProxyBench(folder, Optional.empty(), this::witness);
  }

  @AfterEach
  void stop() throws IOException {
    for (GenericClient script : scripts) {
      if (script != null) {
        script.close();
      }
    }
    bench.close();
  }

  @Test
  void nothingOutsideTheLimitsArrivesAndTheTruthKeepsThem() throws Exception {
    int threads = 0;
    long heap = 0;
    for (int i = 0; i < REQUESTS && violation.isEmpty(); i++) {
      if (i % REQUESTS_PER_ARMING == 0) {
        operate();
      }
      ask(i % scripts.length, i);
      if (i % 10 == 0) {
        look();
      }
      if (i == REQUESTS / 10) {
        threads = Thread.activeCount();
        heap = heap();
      }
    }
    assertThat(violation).isEmpty();
    assertThat(arrived).as("some were let through").isGreaterThan(REQUESTS / 500);
    assertThat(Thread.activeCount()).isLessThan(threads + 10);
    assertThat(heap()).isLessThan(heap + MOST_GROWTH_BYTES);
    bench.supervisor.emergencyStop("the test");
    await().atMost(PATIENCE).until(() -> !bench.supervisor.state().engaged());
    assertThat(told(script(0, 1), "Bias.Get", 4)).isEmpty();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  // The operator.

  private void operate() {
    armed = Optional.empty();
    if (random.nextInt(4) == 0) {
      bench.supervisor.disarm("operator");
      return;
    }
    // What was armed before goes on until the new arming is done: either may be held to.
    Phase[] all = Phase.values();
    Phase next = random.nextInt(2) == 0 ? Phase.SCAN : all[random.nextInt(all.length)];
    try {
      if (bench.supervisor.state().state() == SafetyState.TRIPPED) {
        bench.supervisor.reset("operator");
      }
      bench.supervisor.arm("operator", next, 600);
    } catch (Refusal notNow) {
      // The tip is not up yet, say.
    }
    armed = bench.supervisor.state().phase();
  }

  // The scripts.

  private GenericClient script(int index, int request) throws Exception {
    if (scripts[index] != null && request % REQUESTS_PER_CONNECTION == index) {
      scripts[index].close();
      scripts[index] = null;
    }
    if (scripts[index] == null) {
      scripts[index] = bench.script(index);
    }
    return scripts[index];
  }

  private void ask(int index, int request) throws Exception {
    CommandLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
    byte[] body;
    if (random.nextInt(3) == 0) {
      Plausible plausible = plausible();
      layout = Catalogue.of(Catalogue.R13742).find(plausible.name).orElseThrow();
      body = GenericClient.pack(plausible.arguments);
    } else {
      body = arguments(layout);
    }
    String name = layout.name();
    if (random.nextInt(20) == 0) {
      body = Arrays.copyOf(body, random.nextInt(body.length + 12));
    } else if (random.nextInt(40) == 0) {
      name = name + "X";
    }
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        GenericClient script = script(index, attempt == 0 ? request : -1);
        script.send(GenericClient.request(name, true, body));
        script.response(name);
        return;
      } catch (IOException ignoredAsASecondClient) {
        // The port was not free yet: it hangs up on whoever came too early.
        scripts[index].close();
        scripts[index] = null;
      }
    }
  }

  private record Plausible(String name, Object... arguments) {}

  /** What a script that works would send, near the limits and beyond them. */
  private Plausible plausible() {
    float much = (float) (random.nextDouble() * 3);
    return switch (random.nextInt(11)) {
      case 0 -> new Plausible("ZCtrl.OnOffSet", random.nextInt(5) == 0 ? 0 : 1);
      case 1 -> new Plausible("Bias.Set", 0.05f * much);
      case 2 -> new Plausible("Bias.Set", 0.003f * much);
      case 3 -> new Plausible("ZCtrl.SetpntSet", 5e-11f * much);
      case 4 -> new Plausible("FolMe.XYPosSet", 2e-9 * much, 1e-9 * much, 0);
      case 5 -> new Plausible("FolMe.SpeedSet", 2e-8f * much, 1);
      case 6 -> new Plausible("Scan.FrameSet", 0f, 0f, 5e-9f * much, 5e-9f, 0f);
      case 7 -> new Plausible("Scan.Action", (short) random.nextInt(7), 1);
      case 8 -> new Plausible("Scan.SpeedSet", 2e-8f * much, 2e-8f, 0f, 0f, (short) 1, 0f);
      case 9 -> new Plausible("ZCtrl.ZPosSet", lower());
      default -> new Plausible("TipShaper.Start", 0, 10);
    };
  }

  private float lower() {
    double z = bench.microscope.ask(scope -> scope.z().zAngstrom()) * 1e-10;
    return (float) (z + (random.nextDouble() - 0.7) * 1e-11);
  }

  private byte[] arguments(CommandLayout layout) {
    List<Object> values = new ArrayList<>();
    for (Field field : layout.arguments().fields()) {
      if (field.shape() != Shape.SINGLE || field.type() == WireType.STR) {
        Command sample = new Command(layout, SampleValues.of(layout.arguments()));
        byte[] frame = sample.frame(true);
        return Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length);
      }
      boolean waits = field.name().equals("wait") || field.name().equals("timeout");
      values.add(
          switch (field.type()) {
            case U16 -> (short) random.nextInt(4);
            case U32, I32 -> waits ? 0 : random.nextInt(6) - (field.type() == WireType.I32 ? 1 : 0);
            case F32 -> (float) number();
            case F64 -> number();
            case STR -> "";
          });
    }
    return GenericClient.pack(values.toArray());
  }

  private double number() {
    double[] extreme = {
      0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e38, -1e38, 1e-38
    };
    return random.nextInt(3) == 0
        ? extreme[random.nextInt(extreme.length)]
        : (random.nextInt(2) == 0 ? -1 : 1) * Math.pow(10, -12 + 13 * random.nextDouble());
  }

  // What arrives.

  private void witness(Command command, int port) {
    if (command.name().endsWith("Get") || port != COMMANDS) {
      if (!command.name().endsWith("Get") && !STOPS.contains(command.name())) {
        violate(command + " arrived on line " + port);
      }
      return;
    }
    if (HARMLESS.contains(command.name())) {
      return;
    }
    arrived++;
    Optional<Phase> phase = armed.or(() -> bench.supervisor.state().phase());
    if (phase.isEmpty()
        || !MAY_ARRIVE.getOrDefault(phase.get(), Set.of()).contains(command.name())) {
      violate(command + " arrived in phase " + phase);
      return;
    }
    double[] most = MOST.getOrDefault(phase.get(), new double[3]);
    boolean within =
        switch (command.name()) {
          case "Bias.Set" -> Math.abs(command.real("bias")) <= most[0] * (1 + 1e-6);
          case "ZCtrl.SetpntSet" ->
              command.real("setpoint") > 0 && command.real("setpoint") <= most[1] * (1 + 1e-6);
          case "FolMe.SpeedSet" ->
              command.real("speed") > 0 && command.real("speed") <= most[2] * (1 + 1e-6);
          case "Bias.Pulse" -> Math.abs(command.real("bias")) <= 4.2;
          default -> true;
        };
    if (!within) {
      violate(command + " arrived in phase " + phase);
    }
  }

  private void violate(String what) {
    if (violation.isEmpty()) {
      violation = what;
    }
  }

  /**
   * What is really so: the tip was not driven into anything, and the bias is one of the limits'.
   */
  private void look() {
    MicroscopeTruth.Moment now = bench.truth.now();
    int crashes = now.wreckage().crashes();
    if (armed.equals(Optional.of(Phase.TIP_PREPARATION))) {
      crashesMeant = crashes;
    } else if (crashes > crashesMeant) {
      violate(
          crashes
              + " crashes, the deepest of "
              + now.wreckage().deepestAngstrom()
              + " Å, "
              + armed);
    }
    if (Math.abs(now.biasVolt()) > 4.2) {
      violate("a bias of " + now.biasVolt() + " V");
    }
    double setpoint = bench.microscope.ask(scope -> scope.z().setpointNanoampere());
    if (setpoint > 60.1) {
      violate("a setpoint of " + setpoint + " nA");
    }
  }
}
