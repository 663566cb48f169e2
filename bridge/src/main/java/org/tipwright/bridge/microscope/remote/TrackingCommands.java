package org.tipwright.bridge.microscope.remote;

import org.tipwright.bridge.microscope.AtomTracking;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.nanonis.Reply;

/** Atom tracking. */
final class TrackingCommands {

  private TrackingCommands() {}

  static void addTo(CommandTable table) {
    table.order("AtomTrack.CtrlSet", (scope, a) -> scope.tracking().enable(control(a), a.on("on")));
    table.ask("AtomTrack.StatusGet", (scope, a) -> a.reply("on", scope.tracking().on(control(a))));
    table.order("AtomTrack.PropsSet", (scope, a) -> scope.tracking().set(settings(a)));
    table.ask("AtomTrack.PropsGet", (scope, a) -> settings(a, scope.tracking().settings()));
    table.order(
        "AtomTrack.QuickCompStart",
        (scope, a) -> scope.tracking().compensateQuickly(a.choice("mode", TILT_FIRST, 0)));
    table.order("AtomTrack.DriftComp", (scope, a) -> scope.tracking().compensateDrift());
  }

  private static final Boolean[] TILT_FIRST = {true, false};

  private static AtomTracking.Control control(Arguments a) {
    return a.choice("control", AtomTracking.Control.values(), 0);
  }

  private static AtomTracking.Settings settings(Arguments a) {
    return new AtomTracking.Settings(
        a.real("gain"),
        a.real("frequency"),
        a.angstrom("amplitude"),
        a.real("phase"),
        a.real("switch-off-delay"));
  }

  private static Reply settings(Arguments a, AtomTracking.Settings settings) {
    return a.reply(
        "gain",
        settings.gainPerSecond(),
        "frequency",
        settings.hertz(),
        "amplitude",
        Si.metres(settings.amplitudeAngstrom()),
        "phase",
        settings.phaseDegrees(),
        "switch-off-delay",
        settings.switchOffSeconds());
  }
}
