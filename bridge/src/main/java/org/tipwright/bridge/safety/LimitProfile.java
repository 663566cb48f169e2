package org.tipwright.bridge.safety;

import java.time.Duration;

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
 * @param approach limits of the approach
 * @param lift limits in contact
 * @param measure conditions of the two measurements after a lift
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
    Approach approach,
    Lift lift,
    Measure measure) {

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
   * Limits on the way to contact.
   *
   * @param biasMillivolt absolute value
   * @param currentTripNanoampere a reading from here on withdraws and trips
   */
  public record Approach(Limit biasMillivolt, Limit currentTripNanoampere) {}

  /**
   * Limits with a molecule at the tip.
   *
   * @param biasMillivolt absolute value
   * @param currentTripNanoampere a reading from here on withdraws and trips
   * @param stepAngstrom straight distance of one move
   * @param speedAngstromPerSecond of every move
   * @param zAngstrom relative to contact
   * @param lateralAngstrom from the vertical through contact
   * @param contactSeconds longest time in contact
   */
  public record Lift(
      Limit biasMillivolt,
      Limit currentTripNanoampere,
      Limit stepAngstrom,
      Limit speedAngstromPerSecond,
      Limit zAngstrom,
      Limit lateralAngstrom,
      Limit contactSeconds) {}

  /**
   * What the junction is put to before signals are read with the tip withdrawn.
   *
   * @param biasVolt in V
   * @param setpointNanoampere in nA
   */
  public record Measure(double biasVolt, double setpointNanoampere) {}
}
