package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import org.tipwright.bridge.safety.LimitCheck;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.Phase;
import org.tipwright.bridge.safety.PhaseLimits;
import org.tipwright.bridge.wire.SiUnits;

/** What readings of an armed junction lead to. No threads, no clock, no instrument. */
final class JunctionRules {

  /** For so long after a command what it changed is taken as set, not as somebody else's doing. */
  static final long LEARNING_NANOS = 1_000_000_000L;

  private final LimitProfile profile;
  private final LimitCheck check;
  private final Origin origin = new Origin();
  private Optional<Phase> phase = Optional.empty();
  private int beyond;
  private int changed;
  private boolean wasInside;
  private String paused = "";
  private long learningUntil;
  private double setVolt = Double.NaN;
  private double setNanoampere = Double.NaN;
  private boolean setOn;
  private double flatAngstrom;
  private double lastNanoampere = Double.NaN;
  private double lastZMetre;

  JunctionRules(LimitProfile profile) {
    this.profile = profile;
    this.check = new LimitCheck(profile);
  }

  /** A command goes to the instrument, or came back. */
  void changing(long now) {
    learningUntil = now + LEARNING_NANOS;
  }

  /** An operator has armed, for another phase or the same anew. */
  void armed(Phase armedPhase, Reading now) {
    origin.begins(armedPhase, phase, now);
    phase = Optional.of(armedPhase);
    wasInside = false;
    paused = "";
    beyond = 0;
    changing(now.nanos());
  }

  /** The tip is up, or not ours. */
  void idle() {
    origin.forget();
    beyond = 0;
    changed = 0;
    paused = "";
    wasInside = false;
  }

  /** A reading of a tip that may be down; a reason is one to trip. */
  Optional<String> see(Reading now) {
    if (phase.isEmpty()) {
      return Optional.empty();
    }
    PhaseLimits limits = profile.limits(phase.get());
    if (!now.isFinite()) {
      return Optional.of("the instrument gives no usable readings");
    }
    if (now.status() == Reading.SAFE_TIP) {
      return Optional.of("SafeTip has fired");
    }
    boolean atRail = Math.abs(now.nanoampere()) >= profile.preamplifierRailNanoampere().high();
    Optional<String> current = check.junction(now.nanoampere(), now.volt(), limits);
    if (atRail && current.isPresent()) {
      return current;
    }
    origin.see(phase.get(), now, gentle(now));
    if (flat(now)) {
      return Optional.of(
          Check.format(
              "the current reads exactly %.6g nA since %.2f Å of z (%s): it is not the junction's",
              now.nanoampere(), flatAngstrom, profile.sense().flatAngstrom().where()));
    }
    Optional<String> reason = current.or(() -> height(limits, now));
    beyond = reason.isPresent() ? beyond + 1 : 0;
    if (beyond >= profile.monitor().readings()) {
      return reason;
    }
    return phase.get() == Phase.TIP_PREPARATION ? Optional.empty() : behindOurBack(now);
  }

  /** Whether the current stands still while the tip goes up or down. */
  private boolean flat(Reading now) {
    flatAngstrom =
        now.nanoampere() == lastNanoampere
            ? flatAngstrom + SiUnits.angstrom(Math.abs(now.zMetre() - lastZMetre))
            : 0;
    lastNanoampere = now.nanoampere();
    lastZMetre = now.zMetre();
    return !profile.sense().flatAngstrom().allows(flatAngstrom);
  }

  /** Out of the hard range is a trip once the tip was in it; until then it holds things up. */
  private Optional<String> height(PhaseLimits limits, Reading now) {
    if (!origin.known()) {
      paused = "";
      return Optional.empty();
    }
    double height = SiUnits.angstrom(now.zMetre() - origin.zMetre());
    String name = limits.phase().key();
    boolean inside = limits.zAngstrom().allows(height);
    wasInside |= inside;
    if (!inside) {
      String why = LimitCheck.beyond("height", height, "Å", limits.zAngstrom(), name);
      paused = why;
      return wasInside ? Optional.of(why) : Optional.empty();
    }
    paused =
        limits.softZAngstrom().allows(height)
            ? ""
            : LimitCheck.beyond("height", height, "Å", limits.softZAngstrom(), name);
    return Optional.empty();
  }

  private Optional<String> behindOurBack(Reading now) {
    if (now.nanos() - learningUntil < 0 || !(now.on() || now.off())) {
      setVolt = now.volt();
      setNanoampere = now.setpointNanoampere();
      setOn = now.on();
      changed = 0;
      return Optional.empty();
    }
    String what =
        !profile.monitor().changedMillivolt().allows(Math.abs(now.volt() - setVolt) * 1000)
            ? Check.format("bias from %.2f to %.2f mV", setVolt * 1000, now.volt() * 1000)
            : !profile.monitor().changedSetpointPercent().allows(percentOff(now))
                ? Check.format(
                    "setpoint from %.4g to %.4g nA", setNanoampere, now.setpointNanoampere())
                : now.on() != setOn ? "feedback " + (setOn ? "off" : "on") : "";
    changed = what.isEmpty() ? 0 : changed + 1;
    return changed < profile.monitor().readings()
        ? Optional.empty()
        : Optional.of("changed by somebody else: " + what);
  }

  /** Whether the feedback holds the tip no closer than it may in a scan. */
  private boolean gentle(Reading now) {
    PhaseLimits scan = profile.limits(Phase.SCAN);
    double closest = scan.setpointNanoampere().high() / (scan.biasMillivolt().low() / 1000);
    return Math.abs(now.setpointNanoampere()) <= closest * Math.abs(now.volt()) * (1 + 1e-6);
  }

  private double percentOff(Reading now) {
    double off = Math.abs(now.setpointNanoampere() - setNanoampere);
    return off == 0 ? 0 : off / Math.abs(setNanoampere) * 100;
  }

  /** Why nothing but the way back is let through; empty if that is not so. */
  String paused() {
    return paused;
  }

  Origin origin() {
    return origin;
  }
}
