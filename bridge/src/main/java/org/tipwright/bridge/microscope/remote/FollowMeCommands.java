package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.PointAndShoot;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.nanonis.Reply;

/** Lateral motion. */
final class FollowMeCommands {

  private FollowMeCommands() {}

  static void addTo(CommandTable table) {
    table.add(
        "FolMe.XYPosSet",
        (a, caller) -> {
          caller.microscope().tell(scope -> scope.moveTo(a.angstrom("x"), a.angstrom("y")));
          if (a.on("wait")) {
            boolean unused = caller.timesOut(scope -> !scope.followMe().moving(), Caller.FOR_EVER);
          }
          return Reply.of();
        });
    table.add("FolMe.XYPosGet", FollowMeCommands::position);
    table.order(
        "FolMe.SpeedSet",
        (scope, a) -> scope.followMe().setSpeed(a.angstrom("speed"), a.on("custom")));
    table.ask("FolMe.SpeedGet", FollowMeCommands::speed);
    table.order(
        "FolMe.OversamplSet",
        (scope, a) -> scope.followMe().setOversampling(a.whole("oversampling")));
    table.ask(
        "FolMe.OversamplGet",
        (scope, a) ->
            a.reply(
                "oversampling",
                scope.followMe().oversampling(),
                "rate",
                scope.session().realTimeHertz() / scope.followMe().oversampling()));
    table.order("FolMe.Stop", (scope, a) -> scope.followMe().stop());
    addPointAndShoot(table);
  }

  static Reply position(Arguments a, Caller caller) throws InterruptedException {
    caller.awaitSample(a.on("newest"));
    return caller
        .microscope()
        .ask(
            scope ->
                a.reply(
                    "x",
                    Si.metres(scope.piezo().xAngstrom()),
                    "y",
                    Si.metres(scope.piezo().yAngstrom())));
  }

  private static Reply speed(Controller scope, Arguments a) {
    boolean custom = scope.followMe().custom();
    double speed =
        custom
            ? scope.followMe().customAngstromPerSecond()
            : scope.scan().forwardAngstromPerSecond();
    return a.reply("speed", Si.metres(speed), "custom", custom);
  }

  private static void addPointAndShoot(CommandTable table) {
    table.order("FolMe.PSOnOffSet", (scope, a) -> scope.pointAndShoot().enable(a.on("on")));
    table.ask("FolMe.PSOnOffGet", (scope, a) -> a.reply("on", scope.pointAndShoot().on()));
    table.order(
        "FolMe.PSExpSet", (scope, a) -> scope.pointAndShoot().choose(a.whole("experiment")));
    table.ask(
        "FolMe.PSExpGet",
        (scope, a) ->
            a.reply(
                "experiment",
                scope.pointAndShoot().experiment(),
                "experiments",
                scope.pointAndShoot().experiments()));
    table.order("FolMe.PSPropsSet", (scope, a) -> set(scope.pointAndShoot(), a));
    table.ask("FolMe.PSPropsGet", (scope, a) -> properties(scope.pointAndShoot().settings(), a));
  }

  private static void set(PointAndShoot module, Arguments a) {
    PointAndShoot.Settings old = module.settings();
    module.set(
        new PointAndShoot.Settings(
            a.tristate("auto-resume", old.autoResume()),
            a.tristate("own-basename", old.ownBasename()),
            a.text("basename"),
            a.text("external-vi"),
            a.real("delay")));
  }

  private static Reply properties(PointAndShoot.Settings settings, Arguments a) {
    return a.reply(
        "auto-resume",
        settings.autoResume(),
        "own-basename",
        settings.ownBasename(),
        "basename",
        settings.basename(),
        "external-vi",
        settings.externalProgram(),
        "delay",
        settings.delaySeconds());
  }
}
