package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.BiasModule;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Preamplifier;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.nanonis.Reply;

/** Bias and current. */
final class BiasCommands {

  private BiasCommands() {}

  static void addTo(CommandTable table) {
    table.order("Bias.Set", (scope, a) -> scope.bias().set(a.real("bias")));
    table.ask("Bias.Get", (scope, a) -> a.reply("bias", scope.bias().targetVolt()));
    table.order("Bias.RangeSet", (scope, a) -> scope.bias().chooseRange(a.whole("index")));
    table.ask(
        "Bias.RangeGet",
        (scope, a) -> a.reply("ranges", scope.bias().ranges(), "index", scope.bias().range()));
    table.order(
        "Bias.CalibrSet",
        (scope, a) -> scope.bias().calibrate(a.real("calibration"), a.real("offset")));
    table.ask(
        "Bias.CalibrGet",
        (scope, a) ->
            a.reply(
                "calibration", scope.bias().calibration(), "offset", scope.bias().offsetVolt()));
    table.add("Bias.Pulse", BiasCommands::pulse);
    for (String name : new String[] {"Current.Get", "Current.100Get"}) {
      table.ask(
          name, (scope, a) -> a.reply("current", Si.ampere(scope.preamplifier().nanoampere())));
    }
    // No collector is there that could catch ballistic electrons.
    table.ask("Current.BEEMGet", (scope, a) -> a.reply("current", 0.0));
    table.order(
        "Current.GainSet",
        (scope, a) -> scope.preamplifier().choose(a.whole("gain"), a.wholeOr("filter", -1)));
    table.ask("Current.GainsGet", (scope, a) -> gains(scope.preamplifier(), a));
    table.order(
        "Current.CalibrSet",
        (scope, a) ->
            scope
                .preamplifier()
                .calibrate(a.wholeOr("gain", -1), a.real("calibration"), a.real("offset")));
    table.ask("Current.CalibrGet", (scope, a) -> calibration(scope.preamplifier(), a));
  }

  private static Reply pulse(Arguments a, Caller caller) throws InterruptedException {
    caller.microscope().tell(scope -> startPulse(scope, a));
    if (a.on("wait")) {
      boolean unused = caller.timesOut(scope -> !scope.bias().pulsing(), Caller.FOR_EVER);
    }
    return Reply.of();
  }

  private static void startPulse(Controller scope, Arguments a) {
    BiasModule bias = scope.bias();
    boolean holds = a.tristate("z-hold", scope.pulseHolds());
    boolean relative = a.tristate("mode", scope.pulseIsRelative());
    double volt = a.real("bias") + (relative ? bias.targetVolt() : 0);
    scope.pulse(a.real("width"), volt, holds, relative);
  }

  private static Reply gains(Preamplifier amplifier, Arguments a) {
    return a.reply(
        "gains",
        amplifier.gains(),
        "gain",
        amplifier.gain(),
        "filters",
        amplifier.filters(),
        "filter",
        amplifier.filter());
  }

  private static Reply calibration(Preamplifier amplifier, Arguments a) {
    int gain = a.wholeOr("gain", -1);
    return a.reply(
        "calibration", amplifier.calibration(gain), "offset", amplifier.offsetAmpere(gain));
  }
}
