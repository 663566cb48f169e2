package org.tipwright.bridge.server;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.bridge.safety.Limit;
import org.tipwright.bridge.safety.LimitProfile;

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
    LimitProfile.Approach approach = profile.approach();
    wire.add("approach", "bias", approach.biasMillivolt(), 1e-3, "V");
    wire.add("approach", "current trip", approach.currentTripNanoampere(), 1e-9, "A");
    LimitProfile.Lift lift = profile.lift();
    wire.add("lift", "bias", lift.biasMillivolt(), 1e-3, "V");
    wire.add("lift", "current trip", lift.currentTripNanoampere(), 1e-9, "A");
    wire.add("lift", "step", lift.stepAngstrom(), 1e-10, "m");
    wire.add("lift", "speed", lift.speedAngstromPerSecond(), 1e-10, "m/s");
    wire.add("lift", "height", lift.zAngstrom(), 1e-10, "m");
    wire.add("lift", "lateral position", lift.lateralAngstrom(), 1e-10, "m");
    wire.add("lift", "time in contact", lift.contactSeconds(), 1, "s");
    return wire.limits;
  }

  private void add(String phase, String name, Limit limit, double si, String unit) {
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
