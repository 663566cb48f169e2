package org.tipwright.bridge.safety;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * Holds what is asked for, and what was measured, against a profile. Pure functions; an empty
 * answer means allowed, otherwise it is the reason of a refusal or a trip.
 */
public final class LimitCheck {

  /** Below, a conductance would be noise over nothing. */
  private static final double BLIND_VOLT = 1e-3;

  private final LimitProfile profile;

  /** Checks against a profile. */
  public LimitCheck(LimitProfile profile) {
    this.profile = profile;
  }

  /** A move of the lift phase: the straight way from where the tip is, and where it ends. */
  Optional<String> move(TipPosition present, TipPosition target) {
    PhaseLimits lift = profile.limits(Phase.LIFT);
    double step = present.distanceAngstrom(target);
    if (!lift.stepAngstrom().allows(step)) {
      return Optional.of(beyond("step", step, "Å", lift.stepAngstrom(), "lift"));
    }
    if (!lift.zAngstrom().allows(target.zAngstrom())) {
      return Optional.of(beyond("height", target.zAngstrom(), "Å", lift.zAngstrom(), "lift"));
    }
    if (!lift.lateralAngstrom().allows(target.lateralAngstrom())) {
      return Optional.of(
          beyond(
              "lateral position", target.lateralAngstrom(), "Å", lift.lateralAngstrom(), "lift"));
    }
    return Optional.empty();
  }

  /** A bias to approach with or to set. */
  Optional<String> bias(double biasVolt, boolean inContact) {
    return bias(biasVolt, profile.limits(inContact ? Phase.LIFT : Phase.APPROACH));
  }

  /** The same for any phase. */
  static Optional<String> bias(double biasVolt, PhaseLimits phase) {
    Limit limit = phase.biasMillivolt();
    double millivolt = Math.abs(biasVolt) * 1000;
    return limit.allows(millivolt)
        ? Optional.empty()
        : Optional.of(beyond("bias", millivolt, "mV", limit, phase.phase().key()));
  }

  /**
   * A reading of current and bias against rail, trip and conductance; a reason here is a trip.
   *
   * @param nanoampere as read
   * @param volt as read; less than {@value #BLIND_VOLT} V counts as that
   */
  public Optional<String> junction(double nanoampere, double volt, PhaseLimits phase) {
    Limit rail = profile.preamplifierRailNanoampere();
    double current = Math.abs(nanoampere);
    if (phase.railTrips() && current >= rail.high()) {
      return Optional.of(
          format("the preamplifier is at its rail of %.3g nA (%s)", rail.high(), rail.where()));
    }
    Limit trip = phase.currentTripNanoampere();
    if (current >= trip.high()) {
      return Optional.of(
          format(
              "current of %.3g nA is at or above the trip of %.3g nA (phase %s, %s)",
              nanoampere, trip.high(), phase.phase().key(), trip.where()));
    }
    double quanta = current / Math.max(Math.abs(volt), BLIND_VOLT) / PhaseLimits.G0_NANOSIEMENS;
    return phase.conductanceG0().allows(quanta)
        ? Optional.empty()
        : Optional.of(
            format(
                "conductance of %.3g G0 is above %.3g G0 (phase %s, %s)",
                quanta,
                phase.conductanceG0().high(),
                phase.phase().key(),
                phase.conductanceG0().where()));
  }

  /**
   * What a step measured; a reason here is a trip.
   *
   * @param declared signals that the instrument says it measures; each must be a number
   */
  Optional<String> measured(Signals signals, boolean approaching, List<String> declared) {
    double current = signals.currentNanoampere();
    if (!Double.isFinite(current) || !Double.isFinite(signals.biasVolt())) {
      return Optional.of("the instrument gave no usable reading of current and bias");
    }
    Optional<String> beyond =
        junction(
            current, signals.biasVolt(), profile.limits(approaching ? Phase.APPROACH : Phase.LIFT));
    if (beyond.isPresent()) {
      return beyond;
    }
    if (!Double.isFinite(signals.logConductanceMean())
        || !Double.isFinite(signals.logConductanceJump())) {
      return Optional.of("the instrument gave no usable reading of the log-conductance");
    }
    if (declared.contains("frequency-shift") && !Double.isFinite(signals.frequencyShiftHertz())) {
      return Optional.of(
          "the instrument gave no usable reading of the frequency shift that it says it measures");
    }
    return Optional.empty();
  }

  /** Where the tip went; a reason here is a trip. */
  Optional<String> arrived(TipPosition target, TipPosition readBack) {
    Limit tolerance = profile.positionToleranceAngstrom();
    double off = target.distanceAngstrom(readBack);
    return tolerance.allows(off)
        ? Optional.empty()
        : Optional.of(
            format(
                "the tip is at %s, %.3f Å from where it was sent, more than %.3f Å (%s)",
                readBack, off, tolerance.high(), tolerance.where()));
  }

  /** Why a value is beyond a limit. */
  public static String beyond(String what, double value, String unit, Limit limit, String phase) {
    boolean above = value > limit.high();
    double end = above ? limit.high() : limit.low();
    return format(
        "%s of %s %s %s %s %s (%s%s)",
        what,
        shown(value, end),
        unit,
        above ? "exceeds" : "is below",
        shown(end, value),
        unit,
        phase.isEmpty() ? "" : "phase " + phase + ", ",
        limit.where());
  }

  /** Two decimals, or as many as it takes to tell a value from the limit that it misses. */
  private static String shown(double value, double other) {
    String two = format("%.2f", value);
    return two.equals(format("%.2f", other)) ? Double.toString(value) : two;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
