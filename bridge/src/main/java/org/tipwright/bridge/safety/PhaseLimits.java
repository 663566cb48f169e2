package org.tipwright.bridge.safety;

/**
 * The limits of one phase. One that the profile gives as {@code none} allows everything but NaN.
 *
 * @param phase which phase
 * @param biasMillivolt absolute value
 * @param setpointNanoampere of the feedback
 * @param currentTripNanoampere a reading from here on withdraws and trips
 * @param railTrips whether a reading at the preamplifier's rail trips
 * @param conductanceG0 |I/V| in units of 77.48 µS
 * @param stepAngstrom straight distance of one move
 * @param speedAngstromPerSecond of every move
 * @param zAngstrom hard: relative to contact, or to where the feedback held the tip
 * @param softZAngstrom beyond it nothing but the way back is allowed
 * @param lateralAngstrom from the vertical through where z counts from
 * @param xNanometre allowed region in the scanner's coordinates
 * @param yNanometre allowed region in the scanner's coordinates
 * @param contactSeconds longest time in contact
 * @param doseNanocoulomb largest charge through one molecule in all contacts that an agent made
 */
public record PhaseLimits(
    Phase phase,
    Limit biasMillivolt,
    Limit setpointNanoampere,
    Limit currentTripNanoampere,
    boolean railTrips,
    Limit conductanceG0,
    Limit stepAngstrom,
    Limit speedAngstromPerSecond,
    Limit zAngstrom,
    Limit softZAngstrom,
    Limit lateralAngstrom,
    Limit xNanometre,
    Limit yNanometre,
    Limit contactSeconds,
    Limit doseNanocoulomb) {

  /** The quantum of conductance 2e²/h in nS. */
  public static final double G0_NANOSIEMENS = 77480.917;
}
