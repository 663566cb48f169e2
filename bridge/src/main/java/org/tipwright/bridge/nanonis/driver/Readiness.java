package org.tipwright.bridge.nanonis.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;

/**
 * The settings of the controller on which the tip's safety rests: held against what the
 * instrument's profile says, and later against what they were. Only reads, on the monitor's line.
 */
final class Readiness {

  private static final int SAFE_TIP_EVENT = 5;

  /**
   * A setting as it was found.
   *
   * @param what its name
   * @param value in words
   * @param fit whether it is as the profile says
   * @param wanted what the profile says, and how to set it
   */
  private record Found(String what, String value, boolean fit, String wanted) {

    String sentence() {
      return what + " is " + value + " but must be " + wanted;
    }
  }

  private final Lines lines;
  private final ReadySettings ready;
  private final int currentIndex;

  /** How everything stood when it was last found fit. */
  private volatile List<Found> before = List.of();

  Readiness(Lines lines, ReadySettings ready, int currentIndex) {
    this.lines = lines;
    this.ready = ready;
    this.currentIndex = currentIndex;
  }

  /** What is not as the profile says, a sentence each; if nothing, this is how it has to stay. */
  List<String> unready() throws InstrumentException {
    List<Found> now = look();
    List<String> unfit = now.stream().filter(found -> !found.fit()).map(Found::sentence).toList();
    if (unfit.isEmpty()) {
      before = now;
    }
    return unfit;
  }

  /** What is no longer as it was when everything was found fit, a sentence each. */
  List<String> changed() throws InstrumentException {
    List<Found> then = before;
    if (then.isEmpty()) {
      return List.of();
    }
    List<Found> now = look();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).value().equals(then.get(i).value())) {
        changes.add(
            now.get(i).what() + " was " + then.get(i).value() + " and is " + now.get(i).value());
      }
    }
    return changes;
  }

  /** Always the same settings in the same order. */
  private List<Found> look() throws InstrumentException {
    List<Found> found = new ArrayList<>();
    lookAtSafeTip(found);
    lookAtHeight(found);
    lookAtLimits(found);
    lookAtJunction(found);
    found.add(
        toggle(
            "follow-me's own speed",
            lines.read("FolMe.SpeedGet").on("custom"),
            true,
            "choose the custom speed in Follow Me"));
    Answer piezo = lines.read("Piezo.SensGet");
    found.add(
        noted(
            "the piezo's sensitivity",
            number(piezo.real("x") * 1e9, "nm/V")
                + ", "
                + number(piezo.real("y") * 1e9, "nm/V")
                + ", "
                + number(piezo.real("z") * 1e9, "nm/V")));
    return found;
  }

  private void lookAtSafeTip(List<Found> found) throws InstrumentException {
    found.add(
        toggle(
            "SafeTip",
            lines.read("SafeTip.OnOffGet").on("on"),
            true,
            "switch it on in the Safe Tip module"));
    Answer properties = lines.read("SafeTip.PropsGet");
    found.add(
        toggle(
            "SafeTip's auto-recovery",
            properties.on("auto-recovery"),
            false,
            "it would close the feedback again by itself; switch it off in the Safe Tip module"));
    found.add(
        within(
            "SafeTip's threshold",
            Math.abs(properties.real("threshold")) * 1e9,
            "nA",
            ready.safeTipNanoampere(),
            "set it in the Safe Tip module"));
    found.add(
        toggle(
            "a SafeTip event",
            lines.read("ZCtrl.StatusGet").whole("status") == SAFE_TIP_EVENT,
            false,
            "find out why it fired, then withdraw the tip in Z Control"));
  }

  private void lookAtHeight(List<Found> found) throws InstrumentException {
    found.add(
        within(
            "the withdraw rate",
            lines.read("ZCtrl.WithdrawRateGet").real("rate") * 1e9,
            "nm/s",
            ready.withdrawNanometrePerSecond(),
            "set it in Z Control"));
    found.add(
        within(
            "the tip lift",
            lines.read("ZCtrl.TipLiftGet").real("lift") * 1e12,
            "pm",
            ready.tipLiftPicometre(),
            "set it in Z Control"));
    found.add(
        within(
            "the switch-off delay",
            lines.read("ZCtrl.SwitchOffDelayGet").real("delay"),
            "s",
            ready.switchOffDelaySecond(),
            "set it in Z Control"));
    Answer controllers = lines.read("ZCtrl.CtrlListGet");
    String active = named(controllers.texts("names"), controllers.whole("index"));
    found.add(
        new Found(
            "the active z controller",
            "'" + active + "'",
            active.strip().equalsIgnoreCase(ready.zController().strip()),
            "'" + ready.zController() + "'; choose it in Z Control"));
  }

  private void lookAtLimits(List<Found> found) throws InstrumentException {
    boolean on = lines.read("ZCtrl.LimitsEnabledGet").on("on");
    boolean wanted = ready.zLowNanometre().isPresent();
    found.add(toggle("the limit of z", on, wanted, "switch it " + word(wanted) + " in Z Control"));
    Answer limits = lines.read("ZCtrl.LimitsGet");
    double low = limits.real("low") * 1e9;
    double high = limits.real("high") * 1e9;
    found.add(
        ready
            .zLowNanometre()
            .map(bounds -> within("the lower limit of z", low, "nm", bounds, "set it in Z Control"))
            .orElse(noted("the lower limit of z", number(low, "nm"))));
    found.add(
        ready
            .zHighNanometre()
            .map(
                bounds -> within("the upper limit of z", high, "nm", bounds, "set it in Z Control"))
            .orElse(noted("the upper limit of z", number(high, "nm"))));
  }

  private void lookAtJunction(List<Found> found) throws InstrumentException {
    Answer bias = lines.read("Bias.CalibrGet");
    found.add(
        within(
            "the bias output's offset",
            bias.real("offset") * 1e3,
            "mV",
            ready.biasOffsetMillivolt(),
            "null the output in Bias"));
    found.add(
        within(
            "the bias output's calibration",
            bias.real("calibration"),
            "",
            ready.biasCalibration(),
            "set it in Bias"));
    double rail = lines.read("Signals.RangeGet", currentIndex).real("max") * 1e9;
    double wanted = ready.railNanoampere();
    found.add(
        within(
            "the end of the preamplifier's range",
            rail,
            "nA",
            new Bounds(wanted * 0.99, wanted * 1.01, "'ready.preamplifier-rail-nanoampere'"),
            "choose the gain that the limits are made for"));
    Answer gains = lines.read("Current.GainsGet");
    found.add(noted("the preamplifier's gain", named(gains.texts("gains"), gains.whole("gain"))));
  }

  private static Found within(String what, double value, String unit, Bounds wanted, String mend) {
    return new Found(
        what,
        number(value, unit),
        wanted.allow(value),
        number(wanted.low(), "")
            + " to "
            + number(wanted.high(), unit)
            + " ("
            + wanted.where()
            + "); "
            + mend);
  }

  private static Found toggle(String what, boolean on, boolean wanted, String mend) {
    return new Found(what, word(on), on == wanted, word(wanted) + "; " + mend);
  }

  /** Whatever it is, but it has to stay. */
  private static Found noted(String what, String value) {
    return new Found(what, value, true, "as it was");
  }

  private static String named(List<String> names, long index) {
    return index >= 0 && index < names.size() ? names.get((int) index) : "number " + index;
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  private static String number(double value, String unit) {
    String digits = String.format(Locale.ROOT, "%.6g", value);
    String plain =
        digits.contains(".") && !digits.contains("e")
            ? digits.replaceFirst("0+$", "").replaceFirst("\\.$", "")
            : digits;
    return unit.isEmpty() ? plain : plain + " " + unit;
  }
}
