package org.tipwright.physics.slide;

import java.util.List;

/**
 * Adsorbates on a surface and a tip over them.
 *
 * @param adsorbates where the adsorbates are laid before they relax
 * @param tipXAngstrom where the tip's apex starts, likewise {@code tipYAngstrom}
 * @param tipZAngstrom height of the apex over the adsorbates' plane
 */
public record SlideScene(
    List<Pose> adsorbates, double tipXAngstrom, double tipYAngstrom, double tipZAngstrom) {

  /**
   * One adsorbate's place.
   *
   * @param xAngstrom of its centre, likewise {@code yAngstrom}
   * @param azimuthRadians of its long axis against x; without meaning for a round one
   */
  public record Pose(double xAngstrom, double yAngstrom, double azimuthRadians) {

    public Pose {
      if (!Double.isFinite(xAngstrom + yAngstrom + azimuthRadians)) {
        throw new IllegalArgumentException(
            "pose: x " + xAngstrom + " Å, y " + yAngstrom + " Å, azimuth " + azimuthRadians);
      }
    }

    /** A round adsorbate. */
    public static Pose at(double xAngstrom, double yAngstrom) {
      return new Pose(xAngstrom, yAngstrom, 0);
    }
  }

  public SlideScene {
    adsorbates = List.copyOf(adsorbates);
    if (!Double.isFinite(tipXAngstrom + tipYAngstrom + tipZAngstrom)) {
      throw new IllegalArgumentException(
          "tip: x " + tipXAngstrom + ", y " + tipYAngstrom + ", z " + tipZAngstrom + " Å");
    }
  }
}
