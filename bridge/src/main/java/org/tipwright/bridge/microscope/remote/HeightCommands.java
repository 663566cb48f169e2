package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.microscope.ZController;
import org.tipwright.bridge.nanonis.Reply;

/** The z controller. */
final class HeightCommands {

  private HeightCommands() {}

  static void addTo(CommandTable table) {
    table.order("ZCtrl.ZPosSet", (scope, a) -> scope.z().moveTo(a.angstrom("z")));
    table.ask("ZCtrl.ZPosGet", (scope, a) -> a.reply("z", Si.metres(scope.shownHeightAngstrom())));
    table.order("ZCtrl.OnOffSet", (scope, a) -> switchTo(scope.z(), a.whole("on")));
    table.ask("ZCtrl.OnOffGet", (scope, a) -> a.reply("on", scope.z().on()));
    table.order("ZCtrl.SetpntSet", (scope, a) -> scope.z().setSetpoint(a.nanoampere("setpoint")));
    table.ask(
        "ZCtrl.SetpntGet",
        (scope, a) -> a.reply("setpoint", Si.ampere(scope.z().setpointNanoampere())));
    table.order("ZCtrl.GainSet", (scope, a) -> gain(scope.z(), a));
    table.ask("ZCtrl.GainGet", (scope, a) -> gain(a, scope.z()));
    table.order(
        "ZCtrl.SwitchOffDelaySet", (scope, a) -> scope.z().setSwitchOffDelay(a.real("delay")));
    table.ask(
        "ZCtrl.SwitchOffDelayGet",
        (scope, a) -> a.reply("delay", scope.z().switchOffDelaySeconds()));
    table.order("ZCtrl.TipLiftSet", (scope, a) -> scope.z().setTipLift(a.angstrom("lift")));
    table.ask(
        "ZCtrl.TipLiftGet", (scope, a) -> a.reply("lift", Si.metres(scope.z().tipLiftAngstrom())));
    addHome(table);
    addWithdrawal(table);
    addLimits(table);
  }

  private static void switchTo(ZController z, int state) {
    if (state == 1) {
      z.switchOn();
    } else if (state == 0) {
      z.switchOff();
    } else {
      throw new IllegalArgumentException("the z controller is 0 (off) or 1 (on), not " + state);
    }
  }

  /** P and T count; where there is no T it follows from I. */
  private static void gain(ZController z, Arguments a) {
    double p = a.angstrom("p");
    double time = a.real("time");
    z.setGains(p, time == 0 ? p / a.angstrom("i") : time);
  }

  private static Reply gain(Arguments a, ZController z) {
    double p = Si.metres(z.proportionalAngstrom());
    return a.reply("p", p, "time", z.timeSeconds(), "i", p / z.timeSeconds());
  }

  private static void addHome(CommandTable table) {
    table.order("ZCtrl.Home", (scope, a) -> scope.z().home());
    table.order(
        "ZCtrl.HomePropsSet",
        (scope, a) -> {
          boolean absolute = a.tristate("mode", !scope.z().homeRelative());
          scope.z().setHome(!absolute, a.angstrom("position"));
        });
    table.ask(
        "ZCtrl.HomePropsGet",
        (scope, a) ->
            a.reply(
                "relative",
                scope.z().homeRelative(),
                "position",
                Si.metres(scope.z().homeAngstrom())));
    table.order("ZCtrl.ActiveCtrlSet", (scope, a) -> scope.z().choose(a.whole("index")));
    table.ask(
        "ZCtrl.CtrlListGet", (scope, a) -> a.reply("names", scope.z().controllers(), "index", 0));
  }

  private static void addWithdrawal(CommandTable table) {
    table.add(
        "ZCtrl.Withdraw",
        (a, caller) -> {
          caller.microscope().tell(scope -> scope.z().withdraw());
          if (a.on("wait") && caller.timesOut(s -> !s.z().withdrawing(), a.whole("timeout"))) {
            return Reply.failure("the tip was not withdrawn in time; it is still on its way");
          }
          return Reply.of();
        });
    table.order(
        "ZCtrl.WithdrawRateSet", (scope, a) -> scope.z().setWithdrawRate(a.angstrom("rate")));
    table.ask(
        "ZCtrl.WithdrawRateGet",
        (scope, a) -> a.reply("rate", Si.metres(scope.z().withdrawAngstromPerSecond())));
    table.ask("ZCtrl.StatusGet", (scope, a) -> a.reply("status", scope.z().status().code()));
  }

  private static void addLimits(CommandTable table) {
    table.order("ZCtrl.LimitsEnabledSet", (scope, a) -> scope.z().limit(a.on("on")));
    table.ask("ZCtrl.LimitsEnabledGet", (scope, a) -> a.reply("on", scope.z().limited()));
    table.order(
        "ZCtrl.LimitsSet",
        (scope, a) -> scope.z().setLimits(a.angstrom("high"), a.angstrom("low")));
    table.ask(
        "ZCtrl.LimitsGet",
        (scope, a) ->
            a.reply(
                "high",
                Si.metres(scope.z().highLimitAngstrom()),
                "low",
                Si.metres(scope.z().lowLimitAngstrom())));
  }
}
