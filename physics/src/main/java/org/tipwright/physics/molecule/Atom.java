package org.tipwright.physics.molecule;

/**
 * One atom of a flat molecule, which lies in the x-y plane.
 *
 * @param name unique within the molecule
 * @param element its element
 * @param xAngstrom position along the molecule, in Å
 * @param yAngstrom position across it, in Å
 */
public record Atom(String name, Element element, double xAngstrom, double yAngstrom) {

  /** Distance to another atom of the flat molecule, in Å. */
  public double distanceAngstrom(Atom other) {
    double dx = xAngstrom - other.xAngstrom;
    double dy = yAngstrom - other.yAngstrom;
    return StrictMath.sqrt(dx * dx + dy * dy);
  }
}
