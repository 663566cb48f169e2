package org.tipwright.bridge.instrument;

/**
 * What is known of a molecule once contact is made.
 *
 * @param inwardAzimuthRadians direction from the held oxygen over the molecule's centre, as the
 *     scan before the approach showed it, in rad from the x axis
 */
public record Contact(double inwardAzimuthRadians) {}
