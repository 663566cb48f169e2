package org.tipwright.bridge.nanonis.proxy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.TruthJudge;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.Phase;

/** Holds every command that arrives at the microscope against limits written here a second time. */
final class ArrivalJudge implements BiConsumer<Command, Integer> {

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

  /**
   * Limits of one phase.
   *
   * @param volt largest bias
   * @param ampere largest setpoint
   * @param sideways largest speed of follow-me, in m/s
   * @param step largest change of z at once, in Å
   */
  private record Most(double volt, double ampere, double sideways, double step) {}

  private static final Map<Phase, Most> MOST =
      Map.of(
          Phase.SCAN, new Most(1, 1e-10, 5e-8, 0),
          Phase.APPROACH, new Most(0.005, 0, 0, 0.05),
          Phase.LIFT, new Most(0.005, 0, 1e-10, 0.32),
          Phase.CARRY, new Most(0.005, 0, 5e-10, 1),
          Phase.PUT_DOWN, new Most(0.005, 0, 5e-11, 0.05),
          Phase.DRAG, new Most(0.015, 6e-8, 1e-9, 0),
          Phase.RETREAT, new Most(0, 0, 0, 5),
          Phase.TIP_PREPARATION, new Most(0.1, 1e-10, 1e-9, 0.5));

  private static final double ROUNDING = 1e-6;

  private final AtomicInteger arrived = new AtomicInteger();
  private volatile @Nullable Begun begun;

  private record Begun(Microscope microscope, TruthJudge truth) {}

  /** Judges from now on; before, nobody is armed. */
  void begin(Microscope judged, TruthJudge judge) {
    begun = new Begun(judged, judge);
  }

  /** How many commands arrived that move or set something. */
  int arrived() {
    return arrived.get();
  }

  @Override
  public void accept(Command command, Integer port) {
    String name = command.name();
    Begun known = begun;
    if (name.endsWith("Get") || known == null) {
      return;
    }
    TruthJudge truth = known.truth;
    if (port != COMMANDS) {
      if (!STOPS.contains(name)) {
        truth.violate(command + " arrived on line " + port);
      }
      return;
    }
    if (HARMLESS.contains(name)) {
      return;
    }
    arrived.incrementAndGet();
    for (Phase phase : truth.possible()) {
      Most most = MOST.get(phase);
      if (most != null
          && MAY_ARRIVE.getOrDefault(phase, Set.of()).contains(name)
          && within(command, most, phase, known.microscope)) {
        return;
      }
    }
    truth.violate(command + " arrived");
  }

  private static boolean within(Command command, Most most, Phase phase, Microscope microscope) {
    return switch (command.name()) {
      case "Bias.Set" -> Math.abs(command.real("bias")) <= most.volt * (1 + ROUNDING);
      case "ZCtrl.SetpntSet" ->
          command.real("setpoint") > 0 && command.real("setpoint") <= most.ampere * (1 + ROUNDING);
      case "FolMe.SpeedSet" ->
          command.real("speed") > 0 && command.real("speed") <= most.sideways * (1 + ROUNDING);
      case "Bias.Pulse" -> Math.abs(command.real("bias")) <= 4.2;
      case "ZCtrl.ZPosSet" -> height(command.real("z") * 1e10, most, phase, microscope);
      default -> true;
    };
  }

  private static boolean height(double toAngstrom, Most most, Phase phase, Microscope microscope) {
    double from = microscope.ask(ArrivalJudge::heightAngstrom);
    boolean up = toAngstrom >= from - ROUNDING;
    return Math.abs(toAngstrom - from) <= most.step + 1e-3 && (up || phase != Phase.RETREAT);
  }

  /**
   * Where the tip is commanded to; not a number with the feedback on: no height may be set then.
   */
  private static double heightAngstrom(Controller state) {
    return state.z().on() ? Double.NaN : state.z().zAngstrom();
  }
}
