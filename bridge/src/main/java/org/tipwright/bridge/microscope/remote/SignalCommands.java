package org.tipwright.bridge.microscope.remote;

import java.util.List;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.microscope.SignalTable;
import org.tipwright.bridge.nanonis.Reply;

/** Signals and utilities. */
final class SignalCommands {

  private static final double FULL_VOLT = 10;
  private static final List<String> ADDITIONAL =
      List.of("Internal 126 (V)", "Internal 127 (V)", "Internal 128 (V)");

  private SignalCommands() {}

  static void addTo(CommandTable table, int release) {
    table.ask("Signals.NamesGet", (scope, a) -> a.reply("names", SignalTable.allNames()));
    table.ask("Signals.CalibrGet", SignalCommands::calibration);
    table.ask("Signals.RangeGet", SignalCommands::range);
    table.add("Signals.ValGet", SignalCommands::value);
    table.add("Signals.ValsGet", SignalCommands::values);
    table.ask("Signals.MeasNamesGet", (scope, a) -> a.reply("names", SignalTable.allNames()));
    table.ask(
        "Signals.AddRTGet",
        (scope, a) ->
            a.reply("names", ADDITIONAL, "first", ADDITIONAL.get(0), "second", ADDITIONAL.get(1)));
    addUtilities(table, release);
  }

  /** Full scale of a signal; all signals are read in at 10 V. */
  private static double fullScale(Controller scope, int signal) {
    return switch (signal) {
      case SignalTable.CURRENT -> Si.ampere(scope.preamplifier().railNanoampere());
      case SignalTable.Z -> Si.metres(scope.piezo().highestAngstrom());
      case SignalTable.X -> Si.metres(scope.piezo().rangeAngstrom().get(0) / 2);
      case SignalTable.Y -> Si.metres(scope.piezo().rangeAngstrom().get(1) / 2);
      case SignalTable.FREQUENCY_SHIFT -> scope.pll().rangeHertz();
      default -> FULL_VOLT;
    };
  }

  private static Reply calibration(Controller scope, Arguments a) {
    int signal = SignalTable.checked(a.whole("index"));
    return a.reply("per-volt", fullScale(scope, signal) / FULL_VOLT, "offset", 0.0);
  }

  private static Reply range(Controller scope, Arguments a) {
    double full = fullScale(scope, SignalTable.checked(a.whole("index")));
    return a.reply("max", full, "min", -full);
  }

  private static Reply value(Arguments a, Caller caller) throws InterruptedException {
    int signal = SignalTable.checked(a.whole("index"));
    caller.awaitSample(a.on("newest"));
    return caller.microscope().ask(scope -> a.reply("value", scope.signals().published(signal)));
  }

  private static Reply values(Arguments a, Caller caller) throws InterruptedException {
    List<Integer> signals = a.wholes("indexes");
    signals.forEach(SignalTable::checked);
    caller.awaitSample(a.on("newest"));
    return caller
        .microscope()
        .ask(
            scope -> {
              float[] values = new float[signals.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) scope.signals().published(signals.get(i));
              }
              return a.reply("values", values);
            });
  }

  private static void addUtilities(CommandTable table, int release) {
    table.ask(
        "Util.SessionPathGet", (scope, a) -> a.reply("path", scope.session().folder().toString()));
    table.order("Util.SessionPathSet", (scope, a) -> scope.session().setFolder(a.text("path")));
    for (String name : List.of("Util.SettingsLoad", "Util.SettingsSave")) {
      table.order(
          name,
          (scope, a) -> {
            throw new IllegalStateException("the simulated microscope has no files of settings");
          });
    }
    table.order("Util.Lock", (scope, a) -> scope.session().lock(true));
    table.order("Util.UnLock", (scope, a) -> scope.session().lock(false));
    table.order("Util.RTFreqSet", (scope, a) -> scope.session().setRealTimeHertz(a.real("rate")));
    table.ask("Util.RTFreqGet", (scope, a) -> a.reply("rate", scope.session().realTimeHertz()));
    table.order("Util.AcqPeriodSet", (scope, a) -> scope.signals().setPeriod(a.real("period")));
    table.ask(
        "Util.AcqPeriodGet", (scope, a) -> a.reply("period", scope.signals().periodSeconds()));
    table.order(
        "Util.RTOversamplSet",
        (scope, a) -> scope.session().setOversampling(a.whole("oversampling")));
    table.ask(
        "Util.RTOversamplGet",
        (scope, a) -> a.reply("oversampling", scope.session().oversampling()));
    table.ask(
        "Util.VersionGet",
        (scope, a) ->
            a.reply(
                "product-line",
                Session.PRODUCT,
                "version",
                Session.VERSION,
                "host-release",
                release,
                "engine-release",
                release));
  }
}
