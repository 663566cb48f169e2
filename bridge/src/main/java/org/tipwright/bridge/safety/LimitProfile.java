package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits of one instrument: data, read from a commented file by {@link LimitProfileReader}.
 *
 * @param name what it is called
 * @param digest first 16 hexadecimal digits of the SHA-256 of its settings
 * @param lease how long a lease lasts after a heartbeat
 * @param armingMinutes longest arming
 * @param commandsPerSecond of the lease holder, in any one second
 * @param commandsWaiting commands that may wait for another
 * @param times after these without an answer the instrument counts as lost
 * @param withdrawWait how long a stop waits for the confirmation of a withdrawal
 * @param preamplifierRailNanoampere a reading from here on is a trip
 * @param positionToleranceAngstrom a read-back further off is a trip
 * @param withdrawHeightAngstrom from here on a tip counts as withdrawn
 * @param phases limits of every phase
 * @param measure conditions of the two measurements after a lift
 * @param tipShaping limits of what tip preparation does on purpose
 * @param monitor when readings of the junction, and silence, are a fault
 * @param sense when a current tells nothing of the junction
 */
public record LimitProfile(
    String name,
    String digest,
    Duration lease,
    Limit armingMinutes,
    Limit commandsPerSecond,
    int commandsWaiting,
    Times times,
    Duration withdrawWait,
    Limit preamplifierRailNanoampere,
    Limit positionToleranceAngstrom,
    double withdrawHeightAngstrom,
    Map<Phase, PhaseLimits> phases,
    Measure measure,
    TipShaping tipShaping,
    Monitor monitor,
    Sense sense) {

  public LimitProfile {
    phases = Collections.unmodifiableMap(new EnumMap<>(phases));
    if (phases.size() != Phase.values().length) {
      throw new IllegalArgumentException("a profile has limits for every phase");
    }
  }

  /** The limits of a phase. */
  public PhaseLimits limits(Phase phase) {
    PhaseLimits limits = phases.get(phase);
    if (limits == null) {
      throw new IllegalStateException("no limits for " + phase);
    }
    return limits;
  }

  /** Name and digest: two profiles that differ in any setting differ in this. */
  public String version() {
    return name + " " + digest;
  }

  /**
   * How long the instrument may take for one command.
   *
   * @param command a step, a bias, a withdrawal; also how long another may wait for its turn
   * @param approach from the withdrawn tip to contact
   * @param measure each of the two measurements after a lift
   */
  public record Times(Duration command, Duration approach, Duration measure) {}

  /**
   * What the junction is put to before signals are read with the tip withdrawn.
   *
   * @param biasVolt in V
   * @param setpointNanoampere in nA
   */
  public record Measure(double biasVolt, double setpointNanoampere) {}

  /**
   * Limits of pulses and dips.
   *
   * @param pulseVolt absolute value
   * @param pulseSeconds longest pulse
   * @param dipAngstrom deepest dip from where the tip is
   * @param tries pulses and dips under one arming
   */
  public record TipShaping(Limit pulseVolt, Limit pulseSeconds, Limit dipAngstrom, Limit tries) {}

  /**
   * When a current is not the junction's.
   *
   * @param flatAngstrom way over which it may read exactly the same
   * @param darkAngstrom this near to contact it must be at least
   * @param darkNanoampere so much; smaller is not allowed there
   */
  public record Sense(Limit flatAngstrom, Limit darkAngstrom, Limit darkNanoampere) {}

  /**
   * When what a junction's readings show is a fault.
   *
   * @param readings so many beyond a limit, one after the other
   * @param stale without a reading for so long the instrument counts as lost
   * @param changedMillivolt a bias off by more from what was set was changed by somebody else
   * @param changedSetpointPercent the same of the setpoint
   * @param scriptSilence a script that says nothing for so long, the feedback off, counts as dead
   */
  public record Monitor(
      int readings,
      Duration stale,
      Limit changedMillivolt,
      Limit changedSetpointPercent,
      Duration scriptSilence) {}
}
