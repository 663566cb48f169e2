package org.tipwright.bridge.safety;

import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * Whether the current still tells anything of the junction. What reads the same to the last bit
 * while the tip goes on, or nothing where something must flow, comes of a converter that stands
 * still or an amplifier that is off. One thread's.
 */
final class CurrentSense {

  private final LimitProfile.Sense limits;
  private double lastNanoampere = Double.NaN;
  private TipPosition last = TipPosition.CONTACT;
  private double angstromAlike;

  CurrentSense(LimitProfile.Sense limits) {
    this.limits = limits;
  }

  /** Takes in what a command has measured where; a reason is one to trip. */
  Optional<String> see(TipPosition at, Signals signals) {
    double nanoampere = signals.currentNanoampere();
    angstromAlike = nanoampere == lastNanoampere ? angstromAlike + at.distanceAngstrom(last) : 0;
    lastNanoampere = nanoampere;
    last = at;
    if (!limits.flatAngstrom().allows(angstromAlike)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "the current reads exactly %.6g nA since %.2f Å of way (%s): it is not the"
                  + " junction's",
              nanoampere,
              angstromAlike,
              limits.flatAngstrom().where()));
    }
    if (limits.darkAngstrom().allows(at.distanceAngstrom(TipPosition.CONTACT))
        && !limits.darkNanoampere().allows(Math.abs(nanoampere))) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "a current of %.3g nA in contact is next to nothing (%s): is the preamplifier on?",
              nanoampere,
              limits.darkNanoampere().where()));
    }
    return Optional.empty();
  }
}
