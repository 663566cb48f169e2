package org.tipwright.bridge.microscope.remote;

import java.util.List;
import org.tipwright.bridge.microscope.PiezoScanner;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.nanonis.Reply;

/** The piezo tube. */
final class PiezoCommands {

  private static final double PER_CENT = 100;

  private PiezoCommands() {}

  static void addTo(CommandTable table) {
    table.order(
        "Piezo.RangeSet",
        (scope, a) -> scope.piezo().setRange(a.angstrom("x"), a.angstrom("y"), a.angstrom("z")));
    table.ask("Piezo.RangeGet", (scope, a) -> axes(a, scope.piezo().rangeAngstrom(), 1));
    table.order(
        "Piezo.SensSet",
        (scope, a) ->
            scope.piezo().setSensitivity(a.angstrom("x"), a.angstrom("y"), a.angstrom("z")));
    table.ask(
        "Piezo.SensGet", (scope, a) -> axes(a, scope.piezo().sensitivityAngstromPerVolt(), 1));
    table.ask(
        "Piezo.CalibrGet",
        (scope, a) ->
            axes(a, scope.piezo().sensitivityAngstromPerVolt(), scope.piezo().highVoltageGain()));
    table.order("Piezo.TiltSet", (scope, a) -> scope.piezo().tilt(a.real("x"), a.real("y")));
    table.ask(
        "Piezo.TiltGet",
        (scope, a) ->
            a.reply("x", scope.piezo().tiltXDegrees(), "y", scope.piezo().tiltYDegrees()));
    table.order("Piezo.DriftCompSet", (scope, a) -> compensate(scope.piezo(), a));
    table.ask("Piezo.DriftCompGet", (scope, a) -> compensation(scope.piezo(), a));
    table.ask("Piezo.HVAInfoGet", (scope, a) -> amplifier(scope.piezo(), a));
  }

  private static Reply axes(Arguments a, List<Double> angstrom, double factor) {
    return a.reply(
        "x",
        Si.metres(angstrom.get(0)) * factor,
        "y",
        Si.metres(angstrom.get(1)) * factor,
        "z",
        Si.metres(angstrom.get(2)) * factor);
  }

  private static void compensate(PiezoScanner piezo, Arguments a) {
    int on = a.whole("on");
    if (on < -1 || on > 1) {
      throw new IllegalArgumentException("on is -1 (as it is), 0 or 1, not " + on);
    }
    double share = a.has("saturation") ? a.real("saturation") / PER_CENT : piezo.saturationShare();
    piezo.setCompensation(a.angstrom("x"), a.angstrom("y"), a.angstrom("z"), share);
    if (on >= 0) {
      piezo.compensate(on == 1);
    }
  }

  private static Reply compensation(PiezoScanner piezo, Arguments a) {
    return a.reply(
        "on",
        piezo.compensating(),
        "x",
        Si.metres(piezo.compensationAngstromPerSecond(0)),
        "y",
        Si.metres(piezo.compensationAngstromPerSecond(1)),
        "z",
        Si.metres(piezo.compensationAngstromPerSecond(2)),
        "x-saturated",
        piezo.saturated(0),
        "y-saturated",
        piezo.saturated(1),
        "z-saturated",
        piezo.saturated(2),
        "saturation",
        piezo.saturationShare() * PER_CENT);
  }

  private static Reply amplifier(PiezoScanner piezo, Arguments a) {
    double gain = piezo.highVoltageGain();
    return a.reply(
        "aux-gain",
        gain,
        "x-gain",
        gain,
        "y-gain",
        gain,
        "z-gain",
        gain,
        "xy-enabled",
        true,
        "z-enabled",
        true,
        "aux-enabled",
        false);
  }
}
