package org.tipwright.bridge.microscope;

/**
 * The rectangle that is scanned.
 *
 * @param centreXAngstrom its centre
 * @param centreYAngstrom its centre
 * @param widthAngstrom along the lines
 * @param heightAngstrom across them
 * @param angleDegrees by which it is turned, clockwise
 */
public record ScanFrameSettings(
    double centreXAngstrom,
    double centreYAngstrom,
    double widthAngstrom,
    double heightAngstrom,
    double angleDegrees) {

  public ScanFrameSettings {
    Ranges.finite("centre x (Å)", centreXAngstrom);
    Ranges.finite("centre y (Å)", centreYAngstrom);
    Ranges.within("width (Å)", widthAngstrom, 1e-2, 1e7);
    Ranges.within("height (Å)", heightAngstrom, 1e-2, 1e7);
    Ranges.within("angle (deg)", angleDegrees, -3600, 3600);
  }

  /** x in Å of a spot u along the lines and v across them from the centre. */
  public double x(double u, double v) {
    double angle = StrictMath.toRadians(angleDegrees);
    return centreXAngstrom + u * StrictMath.cos(angle) + v * StrictMath.sin(angle);
  }

  /** y in Å of a spot u along the lines and v across them from the centre. */
  public double y(double u, double v) {
    double angle = StrictMath.toRadians(angleDegrees);
    return centreYAngstrom - u * StrictMath.sin(angle) + v * StrictMath.cos(angle);
  }
}
