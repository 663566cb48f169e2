package org.tipwright.bridge.command;

import java.util.Locale;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.driver.RescanSettings;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.PhaseLimits;

/** Whether the settings of the driver 'nanonis' and a limit profile agree where they meet. */
final class NanonisLimits {

  private NanonisLimits() {}

  /** Throws with the first contradiction, in one sentence. */
  static void check(DriverSettings driver, LimitProfile profile) {
    LimitProfile.Measure measure = profile.measure();
    if (Math.abs(measure.biasVolt() - driver.measure().biasVolt()) > 1e-9
        || Math.abs(measure.setpointNanoampere() - driver.measure().setpointNanoampere()) > 1e-9) {
      throw contradiction(
          profile,
          "measures with the tip withdrawn at %.3g mV and %.3g pA, the instrument's settings at"
              + " %.3g mV and %.3g pA; make 'measure' the same in both",
          measure.biasVolt() * 1e3,
          measure.setpointNanoampere() * 1e3,
          driver.measure().biasVolt() * 1e3,
          driver.measure().setpointNanoampere() * 1e3);
    }
    double trip =
        Math.min(
            profile.limits(Phase.APPROACH).currentTripNanoampere().high(),
            profile.limits(Phase.LIFT).currentTripNanoampere().high());
    if (driver.tripNanoampere() > trip) {
      throw contradiction(
          profile,
          "trips at %.3g nA, the instrument's settings only at %.3g nA; lower 'trip-nanoampere'",
          trip,
          driver.tripNanoampere());
    }
    driver.rescan().ifPresent(rescan -> check(driver, rescan, profile));
    double rail = profile.preamplifierRailNanoampere().high();
    if (Math.abs(rail - driver.ready().railNanoampere()) > 1e-6 * rail) {
      throw contradiction(
          profile,
          "has the preamplifier's rail at %.3g nA, the instrument's settings at %.3g nA; make"
              + " 'preamplifier-rail-nanoampere' the same in both",
          rail,
          driver.ready().railNanoampere());
    }
  }

  /** The site is looked for as a scan is made. */
  private static void check(DriverSettings driver, RescanSettings rescan, LimitProfile profile) {
    PhaseLimits scan = profile.limits(Phase.SCAN);
    if (!scan.speedAngstromPerSecond().allows(rescan.angstromPerSecond())
        || rescan.tripNanoampere() > scan.currentTripNanoampere().high()
        || !scan.biasMillivolt().allows(driver.measure().biasVolt() * 1e3)
        || !scan.setpointNanoampere().allows(driver.measure().setpointNanoampere())) {
      throw contradiction(
          profile,
          "does not let a scan be made at %.3g nm/s, %.3g mV and %.3g pA with a trip at %.3g nA, as"
              + " the instrument's settings look for the site; change 'rescan' or 'measure'",
          rescan.angstromPerSecond() / 10,
          driver.measure().biasVolt() * 1e3,
          driver.measure().setpointNanoampere() * 1e3,
          rescan.tripNanoampere());
    }
  }

  private static IllegalArgumentException contradiction(
      LimitProfile profile, String format, Object... values) {
    return new IllegalArgumentException(
        "limit profile '" + profile.name() + "' " + String.format(Locale.ROOT, format, values));
  }
}
