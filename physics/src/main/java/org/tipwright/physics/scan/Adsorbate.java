package org.tipwright.physics.scan;

/**
 * One adsorbate on the surface.
 *
 * @param kind what it looks like
 * @param xAngstrom position of its centre
 * @param yAngstrom position of its centre
 * @param angleRadians by how much it is turned, counter-clockwise
 * @param apparentHeightAngstrom negative for a depression
 */
public record Adsorbate(
    AdsorbateKind kind,
    double xAngstrom,
    double yAngstrom,
    double angleRadians,
    double apparentHeightAngstrom) {

  /** One of its kind's usual height. */
  public static Adsorbate of(
      AdsorbateKind kind, double xAngstrom, double yAngstrom, double angleRadians) {
    return new Adsorbate(kind, xAngstrom, yAngstrom, angleRadians, kind.apparentHeightAngstrom());
  }
}
