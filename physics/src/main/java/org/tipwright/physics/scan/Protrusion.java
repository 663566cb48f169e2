package org.tipwright.physics.scan;

/**
 * A Gaussian share of what a kind of adsorbate adds to the surface as seen by the tip.
 *
 * @param xAngstrom in the adsorbate's own frame
 * @param yAngstrom in the adsorbate's own frame
 * @param share its height at its own centre, as a share of the adsorbate's apparent height
 * @param sigmaAngstrom standard deviation; FWHM / 2.3548
 */
public record Protrusion(double xAngstrom, double yAngstrom, double share, double sigmaAngstrom) {

  public Protrusion {
    if (!(sigmaAngstrom > 0)) {
      throw new IllegalArgumentException("a width of " + sigmaAngstrom + " Å: must be above 0");
    }
  }
}
