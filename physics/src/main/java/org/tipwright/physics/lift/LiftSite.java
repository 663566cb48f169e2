package org.tipwright.physics.lift;

/**
 * What a program does not know beforehand about one molecule and one tip.
 *
 * @param inwardAzimuthRadians direction in the laboratory's x-y plane from the held oxygen over the
 *     molecule's centre
 * @param heldCorner which of the four corner oxygens the tip holds, 0 to 3
 * @param missingNeighbours bit mask of absent neighbours: 1 beyond the far end, 2 behind the held
 *     end, 4 along the sides
 * @param bondStrengthNanonewton largest force that this tip's bond bears
 */
public record LiftSite(
    double inwardAzimuthRadians,
    int heldCorner,
    int missingNeighbours,
    double bondStrengthNanonewton) {}
