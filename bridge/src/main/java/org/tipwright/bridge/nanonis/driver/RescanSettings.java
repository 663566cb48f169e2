package org.tipwright.bridge.nanonis.driver;

import org.tipwright.bridge.nanonis.image.HeightMap;

/**
 * How the site is looked for before an approach; {@code nanonis.conf} explains each line.
 *
 * @param image the scan in which the site was chosen
 * @param sizeAngstrom of the square that is scanned
 * @param pixels of a line
 * @param lines of the scan
 * @param angstromPerSecond of the tip, with the feedback on
 * @param tripNanoampere a reading of more ends it
 * @param farthestAngstrom by which the site may have moved from where it was last
 * @param likeness of image and scan, at least
 * @param stillAngstrom by which it may move from one scan to the next
 * @param scans after which it must have come to rest
 */
public record RescanSettings(
    HeightMap image,
    double sizeAngstrom,
    int pixels,
    int lines,
    double angstromPerSecond,
    double tripNanoampere,
    double farthestAngstrom,
    double likeness,
    double stillAngstrom,
    int scans) {

  /** How far from the site the image must show the surface, in Å. */
  double reachAngstrom() {
    return sizeAngstrom / 2 + farthestAngstrom;
  }
}
