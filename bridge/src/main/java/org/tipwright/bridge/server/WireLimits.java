package org.tipwright.bridge.server;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.bridge.safety.Limit;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.PhaseLimits;

/** A limit profile as the wire shows it, in SI units. */
final class WireLimits {

  private final List<org.tipwright.bridge.v1.Limit> limits = new ArrayList<>();

  private WireLimits() {}

  static List<org.tipwright.bridge.v1.Limit> of(LimitProfile profile) {
    WireLimits wire = new WireLimits();
    wire.add("", "arming time", profile.armingMinutes(), 60, "s");
    wire.add("", "command rate", profile.commandsPerSecond(), 1, "1/s");
    wire.add("", "preamplifier rail", profile.preamplifierRailNanoampere(), 1e-9, "A");
    wire.add("", "position tolerance", profile.positionToleranceAngstrom(), 1e-10, "m");
    profile.phases().values().forEach(wire::add);
    return wire.limits;
  }

  private void add(PhaseLimits of) {
    String phase = of.phase().key();
    add(phase, "bias", of.biasMillivolt(), 1e-3, "V");
    add(phase, "setpoint", of.setpointNanoampere(), 1e-9, "A");
    add(phase, "current trip", of.currentTripNanoampere(), 1e-9, "A");
    add(phase, "conductance", of.conductanceG0(), PhaseLimits.G0_NANOSIEMENS * 1e-9, "S");
    add(phase, "step", of.stepAngstrom(), 1e-10, "m");
    add(phase, "speed", of.speedAngstromPerSecond(), 1e-10, "m/s");
    add(phase, "height", of.zAngstrom(), 1e-10, "m");
    add(phase, "soft height", of.softZAngstrom(), 1e-10, "m");
    add(phase, "lateral position", of.lateralAngstrom(), 1e-10, "m");
    add(phase, "x", of.xNanometre(), 1e-9, "m");
    add(phase, "y", of.yNanometre(), 1e-9, "m");
    add(phase, "time in contact", of.contactSeconds(), 1, "s");
    add(phase, "dose", of.doseNanocoulomb(), 1e-9, "C");
  }

  /** A limit that the profile does not set is left out. */
  private void add(String phase, String name, Limit limit, double si, String unit) {
    if (!Double.isFinite(limit.low()) && !Double.isFinite(limit.high())) {
      return;
    }
    org.tipwright.bridge.v1.Limit.Builder wire =
        org.tipwright.bridge.v1.Limit.newBuilder()
            .setPhase(phase)
            .setName(name)
            .setUnit(unit)
            .setWhere(limit.where());
    if (Double.isFinite(limit.low())) {
      wire.setLow(limit.low() * si);
    }
    if (Double.isFinite(limit.high())) {
      wire.setHigh(limit.high() * si);
    }
    limits.add(wire.build());
  }
}
