package org.tipwright.bridge.instrument;

/**
 * What is known of a molecule once contact is made.
 *
 * @param inwardAzimuthRadians direction from the held oxygen over the molecule's centre, as the
 *     scan before the approach showed it, in rad from the x axis
 * @param sameMolecule whether it is the molecule of the approach before: another attempt
 */
public record Contact(double inwardAzimuthRadians, boolean sameMolecule) {}
