package org.tipwright.bridge.microscope.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.microscope.BiasSpectroscopy;
import org.tipwright.bridge.microscope.SafetyConditions;
import org.tipwright.bridge.microscope.SignalComparison;
import org.tipwright.bridge.microscope.SpectrumData;
import org.tipwright.bridge.microscope.ZSpectroscopy;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.Value;

/** Bias and z spectroscopy: starting, channels, guards. */
final class SpectroscopyCommands {

  private SpectroscopyCommands() {}

  static void addTo(CommandTable table) {
    table.order("BiasSpectr.Open", (scope, a) -> scope.biasSpectroscopy().open());
    table.order("BiasSpectr.Stop", (scope, a) -> scope.biasSpectroscopy().stop());
    table.add("BiasSpectr.Start", SpectroscopyCommands::biasSpectrum);
    table.ask(
        "BiasSpectr.StatusGet",
        (scope, a) -> a.reply("running", scope.biasSpectroscopy().running()));
    table.order(
        "BiasSpectr.ChsSet",
        (scope, a) -> scope.biasSpectroscopy().settings().setChannels(a.wholes("channels")));
    table.ask(
        "BiasSpectr.ChsGet",
        (scope, a) ->
            channels(
                a,
                scope.biasSpectroscopy().settings().channels(),
                scope.biasSpectroscopy().channelNames()));
    table.order(
        "BiasSpectr.SafeCond1Set", (scope, a) -> first(scope.biasSpectroscopy().conditions(), a));
    table.order(
        "BiasSpectr.SafeCond2Set", (scope, a) -> second(scope.biasSpectroscopy().conditions(), a));
    addHeight(table);
  }

  private static Reply channels(Arguments a, List<Integer> indexes, List<String> names) {
    return a.reply(
        "channels", indexes.stream().mapToInt(Integer::intValue).toArray(), "names", names);
  }

  private static Reply biasSpectrum(Arguments a, Caller caller) throws InterruptedException {
    caller.microscope().tell(scope -> scope.biasSpectroscopy().start());
    boolean unused = caller.timesOut(s -> !s.biasSpectroscopy().running(), Caller.FOR_EVER);
    return caller
        .microscope()
        .ask(
            scope -> {
              BiasSpectroscopy module = scope.biasSpectroscopy();
              return spectrum(a, module.data(), module.parameters());
            });
  }

  private static Reply spectrum(Arguments a, @Nullable SpectrumData data, float[] parameters) {
    if (data == null) {
      return Reply.failure("the spectroscopy was interrupted: there are no data");
    }
    if (!a.on("get-data")) {
      return a.reply(
          "channels",
          List.of(),
          "data",
          new Value.RealTable(0, 0, new float[0]),
          "parameters",
          new float[0]);
    }
    return a.reply(
        "channels",
        data.channels(),
        "data",
        new Value.RealTable(data.channels().size(), data.points(), data.flat()),
        "parameters",
        parameters);
  }

  private static void first(SafetyConditions conditions, Arguments a) {
    conditions.setFirst(
        a.whole("action") == 0
            ? conditions.action()
            : a.choice("action", SafetyConditions.Action.values(), 1),
        a.real("threshold"),
        a.whole("signal"),
        a.choice("comparison", SignalComparison.values(), 0));
  }

  private static void second(SafetyConditions conditions, Arguments a) {
    conditions.setSecond(
        a.whole("combination") == -1
            ? conditions.combination()
            : a.choice("combination", SafetyConditions.Combination.values(), 0),
        a.real("threshold"),
        a.whole("signal"),
        a.choice("comparison", SignalComparison.values(), 0));
  }

  private static void addHeight(CommandTable table) {
    table.order("ZSpectr.Open", (scope, a) -> scope.zSpectroscopy().open());
    table.order("ZSpectr.Stop", (scope, a) -> scope.zSpectroscopy().stop());
    table.add("ZSpectr.Start", SpectroscopyCommands::heightSpectrum);
    table.ask(
        "ZSpectr.StatusGet", (scope, a) -> a.reply("running", scope.zSpectroscopy().running()));
    table.order(
        "ZSpectr.ChsSet", (scope, a) -> scope.zSpectroscopy().setChannels(a.wholes("channels")));
    table.ask(
        "ZSpectr.ChsGet",
        (scope, a) ->
            channels(a, scope.zSpectroscopy().channels(), scope.zSpectroscopy().channelNames()));
    table.order(
        "ZSpectr.RangeSet",
        (scope, a) -> scope.zSpectroscopy().setRange(a.angstrom("offset"), a.angstrom("distance")));
    table.order("ZSpectr.PropsSet", (scope, a) -> configure(scope.zSpectroscopy(), a));
    table.order("ZSpectr.RetractSet", (scope, a) -> guard(scope.zSpectroscopy(), a));
  }

  private static Reply heightSpectrum(Arguments a, Caller caller) throws InterruptedException {
    caller.microscope().tell(scope -> scope.zSpectroscopy().start());
    boolean unused = caller.timesOut(s -> !s.zSpectroscopy().running(), Caller.FOR_EVER);
    return caller
        .microscope()
        .ask(
            scope -> {
              ZSpectroscopy module = scope.zSpectroscopy();
              return spectrum(a, module.data(), module.parameters());
            });
  }

  private static void configure(ZSpectroscopy module, Arguments a) {
    module.configure(
        a.tristate("backward", module.backward()),
        a.wholeOrKeep("points", module.points()),
        a.wholeOrKeep("sweeps", module.sweeps()));
  }

  private static void guard(ZSpectroscopy module, Arguments a) {
    module.guard(
        a.tristate("enable", module.guarded()),
        a.real("threshold"),
        a.whole("signal"),
        a.choice("comparison", SignalComparison.values(), 0));
  }
}
