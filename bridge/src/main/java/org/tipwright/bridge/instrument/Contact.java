package org.tipwright.bridge.instrument;

/**
 * How an approach has ended: what is known of a molecule once contact is made, or why none was.
 *
 * @param inwardAzimuthRadians direction from the held oxygen over the molecule's centre, as the
 *     scan before the approach showed it, in rad from the x axis
 * @param sameMolecule whether it is the molecule of the approach before: another attempt
 * @param missed why no contact was made, in words; empty if it was. The tip is up again then
 */
public record Contact(double inwardAzimuthRadians, boolean sameMolecule, String missed) {

  /** In contact. */
  public Contact(double inwardAzimuthRadians, boolean sameMolecule) {
    this(inwardAzimuthRadians, sameMolecule, "");
  }

  /** No contact, and the tip withdrawn again. */
  public static Contact none(String why) {
    return new Contact(0, false, why);
  }

  /** Whether contact was made. */
  public boolean made() {
    return missed.isEmpty();
  }
}
