package org.tipwright.physics.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * A tip as the atoms that carry current. Which shapes occur, and how often, is not known: the three
 * kinds here are modelling choices, to be drawn.
 *
 * @param apexes at least one
 */
public record TipShape(List<Apex> apexes) {

  public TipShape {
    apexes = List.copyOf(apexes);
    if (apexes.isEmpty()) {
      throw new IllegalArgumentException("a tip needs at least one apex");
    }
  }

  /** One atom at the end. */
  public static TipShape sharp() {
    return new TipShape(List.of(new Apex(0, 0, 0, 1)));
  }

  /**
   * Two atoms: every feature is seen twice.
   *
   * @param separationAngstrom lateral distance of the second from the first
   * @param azimuthRadians its direction
   * @param recessAngstrom how much higher the second one sits
   */
  public static TipShape twofold(
      double separationAngstrom, double azimuthRadians, double recessAngstrom) {
    return new TipShape(
        List.of(
            new Apex(0, 0, 0, 1),
            new Apex(
                separationAngstrom * StrictMath.cos(azimuthRadians),
                separationAngstrom * StrictMath.sin(azimuthRadians),
                recessAngstrom,
                1)));
  }

  /**
   * A central atom and a ring of six of a close-packed facet, all taking part: features are
   * widened.
   *
   * @param radiusAngstrom of the ring; 2.89 Å for a flat facet of silver
   * @param recessAngstrom how much higher the ring sits than the centre; 0 for a flat facet
   */
  public static TipShape blunt(double radiusAngstrom, double recessAngstrom) {
    List<Apex> apexes = new ArrayList<>(List.of(new Apex(0, 0, 0, 1)));
    for (int i = 0; i < 6; i++) {
      double azimuth = i * StrictMath.PI / 3;
      apexes.add(
          new Apex(
              radiusAngstrom * StrictMath.cos(azimuth),
              radiusAngstrom * StrictMath.sin(azimuth),
              recessAngstrom,
              1));
    }
    return new TipShape(apexes);
  }
}
