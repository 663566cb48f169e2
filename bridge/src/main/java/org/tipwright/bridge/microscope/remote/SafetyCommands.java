package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.SafeTipModule;
import org.tipwright.bridge.microscope.Si;

/** Safe tip and auto approach. */
final class SafetyCommands {

  private SafetyCommands() {}

  static void addTo(CommandTable table) {
    table.order(
        "SafeTip.OnOffSet",
        (scope, a) -> scope.safeTip().enable(a.tristate("switch", scope.safeTip().on())));
    table.ask("SafeTip.OnOffGet", (scope, a) -> a.reply("on", scope.safeTip().on()));
    table.ask(
        "SafeTip.SignalGet",
        (scope, a) -> a.reply("signal", Si.ampere(scope.safeTip().signalNanoampere())));
    table.order("SafeTip.PropsSet", (scope, a) -> configure(scope.safeTip(), a));
    table.ask(
        "SafeTip.PropsGet",
        (scope, a) ->
            a.reply(
                "auto-recovery",
                scope.safeTip().recovers(),
                "auto-pause",
                scope.safeTip().pausesScan(),
                "threshold",
                Si.ampere(scope.safeTip().thresholdNanoampere())));
    table.order("AutoApproach.Open", (scope, a) -> scope.approach().open());
    table.order("AutoApproach.OnOffSet", (scope, a) -> scope.approach().run(a.on("on")));
    table.ask("AutoApproach.OnOffGet", (scope, a) -> a.reply("on", scope.approach().running()));
  }

  private static void configure(SafeTipModule safeTip, Arguments a) {
    safeTip.configure(a.on("auto-recovery"), a.on("auto-pause"), a.nanoampere("threshold"));
  }
}
