package org.tipwright.bridge.microscope.remote;

import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import org.tipwright.bridge.microscope.LockIn;
import org.tipwright.bridge.microscope.Pll;
import org.tipwright.bridge.microscope.Si;

/** Lock-in and phase-locked loop. */
final class SensorCommands {

  private SensorCommands() {}

  static void addTo(CommandTable table) {
    addModulators(table);
    addDemodulators(table);
    addLoop(table);
  }

  private static int modulator(Arguments a) {
    return LockIn.modulator(a.whole("modulator"));
  }

  private static int demodulator(Arguments a) {
    return LockIn.demodulator(a.whole("demodulator"));
  }

  private static void addModulators(CommandTable table) {
    table.order(
        "LockIn.ModOnOffSet", (scope, a) -> scope.lockIn().enable(modulator(a), a.on("on")));
    table.ask("LockIn.ModOnOffGet", (scope, a) -> a.reply("on", scope.lockIn().on(modulator(a))));
    table.order(
        "LockIn.ModSignalSet",
        (scope, a) -> scope.lockIn().setSignal(modulator(a), a.whole("signal")));
    table.ask(
        "LockIn.ModSignalGet",
        (scope, a) -> a.reply("signal", scope.lockIn().signal(modulator(a))));
    table.order(
        "LockIn.ModAmpSet",
        (scope, a) -> scope.lockIn().setAmplitude(modulator(a), a.real("amplitude")));
    table.ask(
        "LockIn.ModAmpGet",
        (scope, a) -> a.reply("amplitude", scope.lockIn().amplitude(modulator(a))));
    table.order(
        "LockIn.ModPhasSet", (scope, a) -> scope.lockIn().setPhase(modulator(a), a.real("phase")));
    table.ask(
        "LockIn.ModPhasGet",
        (scope, a) -> a.reply("phase", scope.lockIn().phaseDegrees(modulator(a))));
    table.order(
        "LockIn.ModPhasFreqSet",
        (scope, a) -> scope.lockIn().setFrequency(modulator(a), a.real("frequency")));
    table.ask(
        "LockIn.ModPhasFreqGet",
        (scope, a) -> a.reply("frequency", scope.lockIn().hertz(modulator(a))));
    table.order(
        "LockIn.ModHarmonicSet",
        (scope, a) -> scope.lockIn().setHarmonic(modulator(a), a.whole("harmonic")));
    table.ask(
        "LockIn.ModHarmonicGet",
        (scope, a) -> a.reply("harmonic", scope.lockIn().harmonic(modulator(a))));
  }

  private static void addDemodulators(CommandTable table) {
    table.order(
        "LockIn.DemodSignalSet",
        (scope, a) -> scope.lockIn().setDemodulated(demodulator(a), a.whole("signal")));
    table.ask(
        "LockIn.DemodSignalGet",
        (scope, a) -> a.reply("signal", scope.lockIn().demodulated(demodulator(a))));
    table.order(
        "LockIn.DemodPhasSet",
        (scope, a) -> scope.lockIn().setDemodulatedPhase(demodulator(a), a.real("phase")));
    table.ask(
        "LockIn.DemodPhasGet",
        (scope, a) -> a.reply("phase", scope.lockIn().demodulatedPhaseDegrees(demodulator(a))));
  }

  private static void addLoop(CommandTable table) {
    loopSwitch(table, "PLL.OutOnOff", Pll::output, Pll::setOutput);
    loopSwitch(table, "PLL.AmpCtrlOnOff", Pll::amplitudeControl, Pll::setAmplitudeControl);
    loopSwitch(table, "PLL.PhasCtrlOnOff", Pll::phaseControl, Pll::setPhaseControl);
    loopNumber(
        table,
        "PLL.AmpCtrlSetpnt",
        "amplitude",
        pll -> Si.metres(pll.amplitudeAngstrom()),
        (pll, metres) -> pll.setAmplitude(Si.angstrom(metres)));
    loopNumber(table, "PLL.CenterFreq", "frequency", Pll::centreHertz, Pll::setCentre);
    loopNumber(table, "PLL.FreqShift", "shift", Pll::shiftHertz, Pll::setShift);
    loopNumber(table, "PLL.FreqRange", "range", Pll::rangeHertz, Pll::setRange);
    table.order(
        "PLL.FreqShiftAutoCenter",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          scope.pll().centre();
        });
    table.ask(
        "PLL.ExcitationGet",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          return a.reply("excitation", scope.pll().excitationVolt());
        });
  }

  private interface Switch {
    void set(Pll pll, boolean on);
  }

  private interface Switched {
    boolean on(Pll pll);
  }

  private static void loopSwitch(CommandTable table, String name, Switched get, Switch set) {
    table.order(
        name + "Set",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          set.set(scope.pll(), a.on("on"));
        });
    table.ask(
        name + "Get",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          return a.reply("on", get.on(scope.pll()));
        });
  }

  private static void loopNumber(
      CommandTable table,
      String name,
      String field,
      ToDoubleFunction<Pll> get,
      ObjDoubleConsumer<Pll> set) {
    table.order(
        name + "Set",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          set.accept(scope.pll(), a.real(field));
        });
    table.ask(
        name + "Get",
        (scope, a) -> {
          Pll.check(a.whole("modulator"));
          return a.reply(field, get.applyAsDouble(scope.pll()));
        });
  }
}
