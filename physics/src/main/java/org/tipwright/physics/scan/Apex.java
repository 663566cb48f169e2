package org.tipwright.physics.scan;

/**
 * One protruding atom of a tip.
 *
 * @param xAngstrom lateral position relative to the tip's axis
 * @param yAngstrom the same
 * @param recessAngstrom how much higher it sits than the tip's lowest atom, at least 0
 * @param weight of its current, 1 for an atom like the lowest one
 */
public record Apex(double xAngstrom, double yAngstrom, double recessAngstrom, double weight) {

  public Apex {
    if (!(recessAngstrom >= 0) || !(weight > 0)) {
      throw new IllegalArgumentException(
          "an apex needs a recess of at least 0 Å and a weight above 0, not "
              + recessAngstrom
              + " Å and "
              + weight);
    }
  }
}
