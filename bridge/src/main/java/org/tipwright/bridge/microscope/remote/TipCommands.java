package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.CoarseMotor;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.microscope.TipShaper;
import org.tipwright.bridge.nanonis.Reply;

/** Tip shaper and coarse motor. */
final class TipCommands {

  private TipCommands() {}

  static void addTo(CommandTable table) {
    table.add(
        "TipShaper.Start",
        (a, caller) -> {
          caller.microscope().tell(scope -> scope.shaper().start());
          if (a.on("wait")
              && caller.timesOut(scope -> !scope.shaper().running(), a.whole("timeout"))) {
            return Reply.failure("the tip was not shaped in time; it is still at it");
          }
          return Reply.of();
        });
    table.order("TipShaper.PropsSet", (scope, a) -> set(scope.shaper(), a));
    table.ask("TipShaper.PropsGet", (scope, a) -> properties(a, scope.shaper().settings()));
    addMotor(table);
  }

  private static void set(TipShaper shaper, Arguments a) {
    TipShaper.Settings old = shaper.settings();
    shaper.set(
        new TipShaper.Settings(
            a.real("switch-off-delay"),
            a.tristate("change-bias", old.changesBias()),
            a.real("bias"),
            a.angstrom("tip-lift"),
            a.real("lift-time-1"),
            a.real("bias-lift"),
            a.real("bias-settling"),
            a.angstrom("lift-height"),
            a.real("lift-time-2"),
            a.real("end-wait"),
            a.tristate("restore-feedback", old.restoresFeedback())));
  }

  private static Reply properties(Arguments a, TipShaper.Settings settings) {
    return a.reply(
        "switch-off-delay",
        settings.switchOffDelaySeconds(),
        "change-bias",
        settings.changesBias(),
        "bias",
        settings.biasVolt(),
        "tip-lift",
        Si.metres(settings.tipLiftAngstrom()),
        "lift-time-1",
        settings.liftSeconds(),
        "bias-lift",
        settings.liftVolt(),
        "bias-settling",
        settings.biasSettlingSeconds(),
        "lift-height",
        Si.metres(settings.liftHeightAngstrom()),
        "lift-time-2",
        settings.secondLiftSeconds(),
        "end-wait",
        settings.endWaitSeconds(),
        "restore-feedback",
        settings.restoresFeedback());
  }

  private static void addMotor(CommandTable table) {
    table.add(
        "Motor.StartMove",
        (a, caller) -> {
          CoarseMotor.Direction direction =
              a.choice("direction", CoarseMotor.Direction.values(), 0);
          caller.microscope().tell(scope -> scope.motor().start(direction, a.whole("steps")));
          return arrival(a, caller);
        });
    table.add(
        "Motor.StartClosedLoop",
        (a, caller) -> {
          caller.microscope().tell(scope -> startClosedLoop(scope, a));
          return arrival(a, caller);
        });
    table.order("Motor.StopMove", (scope, a) -> scope.motor().stop());
    table.ask(
        "Motor.PosGet",
        (scope, a) ->
            a.reply(
                "x",
                Si.metres(scope.motor().positionAngstrom(0)),
                "y",
                Si.metres(scope.motor().positionAngstrom(1)),
                "z",
                Si.metres(scope.motor().positionAngstrom(2))));
    table.ask("Motor.StepCounterGet", (scope, a) -> counters(scope.motor(), a));
    table.ask(
        "Motor.FreqAmpGet",
        (scope, a) -> {
          int axis = Math.max(0, axis(a));
          return a.reply(
              "frequency", scope.motor().hertz(axis), "amplitude", scope.motor().volt(axis));
        });
    table.order(
        "Motor.FreqAmpSet",
        (scope, a) -> scope.motor().drive(a.real("frequency"), a.real("amplitude"), axis(a)));
  }

  private static Reply arrival(Arguments a, Caller caller) throws InterruptedException {
    if (a.on("wait")) {
      boolean unused = caller.timesOut(scope -> !scope.motor().moving(), Caller.FOR_EVER);
    }
    return Reply.of();
  }

  private static void startClosedLoop(Controller scope, Arguments a) {
    CoarseMotor motor = scope.motor();
    boolean absolute = a.on("absolute");
    motor.startTo(
        a.angstrom("x") + (absolute ? 0 : motor.positionAngstrom(0)),
        a.angstrom("y") + (absolute ? 0 : motor.positionAngstrom(1)),
        a.angstrom("z") + (absolute ? 0 : motor.positionAngstrom(2)));
  }

  private static Reply counters(CoarseMotor motor, Arguments a) {
    Reply reply = a.reply("x", motor.counter(0), "y", motor.counter(1), "z", motor.counter(2));
    String[] axes = {"x", "y", "z"};
    for (int axis = 0; axis < axes.length; axis++) {
      if (a.on("reset-" + axes[axis])) {
        motor.resetCounter(axis);
      }
    }
    return reply;
  }

  /** On the wire 0 is the default, which is all of them, and x is 1; here −1 and 0. */
  private static int axis(Arguments a) {
    int axis = a.wholeOr("axis", 0);
    if (axis < 0 || axis > 3) {
      throw new IllegalArgumentException("axis is from 0 to 3, not " + axis);
    }
    return axis - 1;
  }
}
