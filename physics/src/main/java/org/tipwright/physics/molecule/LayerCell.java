package org.tipwright.physics.molecule;

/**
 * Unit cell of a flat layer with two molecules: one at the corner, one at the centre.
 *
 * @param longAngstrom length of the first cell vector, in Å
 * @param shortAngstrom length of the second, in Å
 * @param angleDegrees angle between them
 */
public record LayerCell(double longAngstrom, double shortAngstrom, double angleDegrees) {

  public LayerCell {
    if (!(longAngstrom >= 3 && shortAngstrom >= 3 && longAngstrom <= 100 && shortAngstrom <= 100)) {
      throw new IllegalArgumentException(
          "a layer's cell of "
              + longAngstrom
              + " x "
              + shortAngstrom
              + " Å is not within 3 to 100");
    }
    if (!(angleDegrees >= 45 && angleDegrees <= 135)) {
      throw new IllegalArgumentException(
          "a layer's cell angle of " + angleDegrees + "° is not within 45 to 135");
    }
  }
}
