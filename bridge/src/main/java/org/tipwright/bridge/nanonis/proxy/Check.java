package org.tipwright.bridge.nanonis.proxy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.Limit;
import org.tipwright.bridge.safety.LimitCheck;

/** Whether the limits of the armed phase allow a command, from how the instrument stands now. */
@FunctionalInterface
interface Check {

  /** The checks by the names that the allow-list uses. */
  Map<String, Check> BY_NAME =
      Map.ofEntries(
          Map.entry("harmless", (command, now) -> 0),
          Map.entry("bias", JunctionChecks::bias),
          Map.entry("setpoint", JunctionChecks::setpoint),
          Map.entry("feedback", JunctionChecks::feedback),
          Map.entry("height", MotionChecks::height),
          Map.entry("height-up", MotionChecks::heightUp),
          Map.entry("lateral", MotionChecks::lateral),
          Map.entry("follow-speed", MotionChecks::followSpeed),
          Map.entry("frame", ScanChecks::frame),
          Map.entry("scan-speed", ScanChecks::speed),
          Map.entry("scan", ScanChecks::action),
          Map.entry("pulse", TipChecks::pulse),
          Map.entry("dip", TipChecks::dip),
          Map.entry("dip-settings", TipChecks::settings));

  /**
   * Looks at a command.
   *
   * @return for how long the tip will be under way, in s
   * @throws Beyond if it is not allowed
   */
  double look(Command command, Situation now) throws Beyond, InstrumentException;

  /** By how much a value of single precision may miss the limit that was meant: 2⁻²³. */
  double ROUNDING = 0x1p-23;

  /** Throws if a value is beyond a limit of the phase, the rounding of the wire aside. */
  static void within(String what, double value, String unit, Limit limit, Situation now)
      throws Beyond {
    Beyond.ifAny(
        limit.allows(value)
                || limit.allows(value * (1 - ROUNDING))
                || limit.allows(value * (1 + ROUNDING))
            ? Optional.empty()
            : Optional.of(LimitCheck.beyond(what, value, unit, limit, now.limits().phase().key())));
  }

  /** The same of a bias, whose magnitude counts. */
  static void bias(double volt, Situation now) throws Beyond {
    within("bias", Math.abs(volt) * 1000, "mV", now.limits().biasMillivolt(), now);
  }

  /** A sentence, with numbers as everywhere. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
