package org.tipwright.bridge.microscope.remote;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.bridge.microscope.BiasSpectroscopy;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.microscope.SpectroscopySettings;
import org.tipwright.bridge.microscope.SpectroscopySettings.Alternate;
import org.tipwright.bridge.microscope.SpectroscopySettings.Around;
import org.tipwright.bridge.microscope.SpectroscopySettings.Segment;
import org.tipwright.bridge.microscope.SpectroscopySettings.Sweeping;
import org.tipwright.bridge.microscope.SpectroscopySettings.Timing;
import org.tipwright.bridge.nanonis.Reply;

/** The settings of bias spectroscopy. */
final class BiasSweepCommands {

  private static final String LINEAR = "Linear";
  private static final String SEGMENTED = "MLS";

  private BiasSweepCommands() {}

  static void addTo(CommandTable table) {
    table.order("BiasSpectr.PropsSet", (scope, a) -> setSweeping(settings(scope), a));
    table.ask("BiasSpectr.PropsGet", (scope, a) -> sweeping(a, settings(scope).sweeping()));
    table.order("BiasSpectr.AdvPropsSet", (scope, a) -> setAround(settings(scope), a));
    table.ask("BiasSpectr.AdvPropsGet", (scope, a) -> around(a, settings(scope).around()));
    table.order(
        "BiasSpectr.LimitsSet",
        (scope, a) -> settings(scope).setLimits(a.real("start"), a.real("end")));
    table.ask(
        "BiasSpectr.LimitsGet",
        (scope, a) ->
            a.reply("start", settings(scope).startVolt(), "end", settings(scope).endVolt()));
    table.order("BiasSpectr.TimingSet", (scope, a) -> settings(scope).set(timing(a)));
    table.ask("BiasSpectr.TimingGet", (scope, a) -> timing(a, settings(scope).timing()));
    table.order("BiasSpectr.AltZCtrlSet", (scope, a) -> setAlternate(settings(scope), a));
    table.ask("BiasSpectr.AltZCtrlGet", (scope, a) -> alternate(a, settings(scope).alternate()));
    table.order(
        "BiasSpectr.ZOffRevertSet",
        (scope, a) ->
            settings(scope).setRevertsOffset(a.tristate("on", settings(scope).revertsOffset())));
    table.ask(
        "BiasSpectr.ZOffRevertGet", (scope, a) -> a.reply("on", settings(scope).revertsOffset()));
    table.order("BiasSpectr.MLSModeSet", (scope, a) -> setMode(settings(scope), a.text("mode")));
    table.ask(
        "BiasSpectr.MLSModeGet",
        (scope, a) -> a.reply("mode", settings(scope).segmented() ? SEGMENTED : LINEAR));
    table.order("BiasSpectr.MLSValsSet", (scope, a) -> settings(scope).setSegments(segments(a)));
    table.ask("BiasSpectr.MLSValsGet", (scope, a) -> segments(a, settings(scope).segments()));
  }

  private static SpectroscopySettings settings(Controller scope) {
    return scope.biasSpectroscopy().settings();
  }

  private static void setSweeping(SpectroscopySettings settings, Arguments a) {
    Sweeping old = settings.sweeping();
    settings.set(
        new Sweeping(
            a.tristate("save-all", old.saveAll()),
            a.wholeOrKeep("sweeps", old.sweeps()),
            a.tristate("backward", old.backward()),
            a.wholeOrKeep("points", old.points()),
            a.tristate("autosave", old.autosave()),
            a.tristate("dialog", old.dialog())));
    settings.set(settings.timing().withOffset(a.angstrom("z-offset")));
  }

  private static Reply sweeping(Arguments a, Sweeping sweeping) {
    return a.reply(
        "save-all",
        sweeping.saveAll(),
        "sweeps",
        sweeping.sweeps(),
        "backward",
        sweeping.backward(),
        "points",
        sweeping.points(),
        "parameters",
        List.of(),
        "fixed-parameters",
        BiasSpectroscopy.parameterNames(),
        "more-parameters",
        List.of(),
        "autosave",
        sweeping.autosave(),
        "dialog",
        sweeping.dialog());
  }

  private static void setAround(SpectroscopySettings settings, Arguments a) {
    Around old = settings.around();
    settings.set(
        new Around(
            a.tristate("reset-bias", old.resetsBias()),
            a.tristate("z-hold", old.zHold()),
            a.tristate("record-final-z", old.recordsFinalZ()),
            a.tristate("lock-in-run", old.runsLockIn())));
  }

  private static Reply around(Arguments a, Around around) {
    return a.reply(
        "reset-bias",
        around.resetsBias(),
        "z-hold",
        around.zHold(),
        "record-final-z",
        around.recordsFinalZ(),
        "lock-in-run",
        around.runsLockIn());
  }

  private static Timing timing(Arguments a) {
    return new Timing(
        a.real("z-average"),
        a.angstrom("z-offset"),
        a.real("initial-settling"),
        a.real("max-slew"),
        a.real("settling"),
        a.real("integration"),
        a.real("end-settling"),
        a.real("z-control"));
  }

  private static Reply timing(Arguments a, Timing timing) {
    return a.reply(
        "z-average",
        timing.zAverageSeconds(),
        "z-offset",
        Si.metres(timing.zOffsetAngstrom()),
        "initial-settling",
        timing.initialSettlingSeconds(),
        "max-slew",
        timing.slewVoltPerSecond(),
        "settling",
        timing.settlingSeconds(),
        "integration",
        timing.integrationSeconds(),
        "end-settling",
        timing.endSettlingSeconds(),
        "z-control",
        timing.zControlSeconds());
  }

  private static void setAlternate(SpectroscopySettings settings, Arguments a) {
    settings.set(
        new Alternate(
            a.tristate("on", settings.alternate().on()),
            a.nanoampere("setpoint"),
            a.real("settling")));
  }

  private static Reply alternate(Arguments a, Alternate alternate) {
    return a.reply(
        "on",
        alternate.on(),
        "setpoint",
        Si.ampere(alternate.setpointNanoampere()),
        "settling",
        alternate.settlingSeconds());
  }

  private static void setMode(SpectroscopySettings settings, String mode) {
    if (!mode.equals(LINEAR) && !mode.equals(SEGMENTED)) {
      throw new IllegalArgumentException(
          "the mode is '" + LINEAR + "' or '" + SEGMENTED + "', not '" + mode + "'");
    }
    settings.setSegmented(mode.equals(SEGMENTED));
  }

  private static List<Segment> segments(Arguments a) {
    List<Segment> segments = new ArrayList<>();
    float[] start = a.reals("start");
    float[] end = a.reals("end");
    float[] initial = a.reals("initial-settling");
    float[] settling = a.reals("settling");
    float[] integration = a.reals("integration");
    List<Integer> steps = a.wholes("steps");
    List<Integer> lockIn = a.wholes("lock-in-run");
    for (int i = 0; i < start.length; i++) {
      segments.add(
          new Segment(
              start[i],
              end[i],
              initial[i],
              settling[i],
              integration[i],
              steps.get(i),
              lockIn.get(i) != 0));
    }
    return segments;
  }

  private static Reply segments(Arguments a, List<Segment> segments) {
    int count = segments.size();
    float[][] reals = new float[5][count];
    int[] steps = new int[count];
    int[] lockIn = new int[count];
    for (int i = 0; i < count; i++) {
      Segment segment = segments.get(i);
      reals[0][i] = (float) segment.startVolt();
      reals[1][i] = (float) segment.endVolt();
      reals[2][i] = (float) segment.initialSettlingSeconds();
      reals[3][i] = (float) segment.settlingSeconds();
      reals[4][i] = (float) segment.integrationSeconds();
      steps[i] = segment.steps();
      lockIn[i] = segment.lockIn() ? 1 : 0;
    }
    return a.reply(
        "segments",
        count,
        "start",
        reals[0],
        "end",
        reals[1],
        "initial-settling",
        reals[2],
        "settling",
        reals[3],
        "integration",
        reals[4],
        "steps",
        steps,
        "lock-in-run",
        lockIn);
  }
}
