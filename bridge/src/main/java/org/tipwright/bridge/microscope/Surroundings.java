package org.tipwright.bridge.microscope;

import java.util.random.RandomGenerator;
import org.tipwright.bridge.microscope.specimen.Specimen;

/**
 * How the piezo's axes meet the sample: where the surface is in the z range, how it slopes, and how
 * far the coarse positioner went.
 */
final class Surroundings {

  /** Nearer than this a sideways coarse step drags the tip along the surface. */
  private static final double DRAG_ANGSTROM = 200;

  private final Specimen specimen;
  private final PiezoScanner scanner;
  private final CoarseMotor motor;
  private final double levelAngstrom;
  private final double slopeX;
  private final double slopeY;

  Surroundings(
      MicroscopeSettings settings,
      Specimen specimen,
      PiezoScanner scanner,
      CoarseMotor motor,
      RandomGenerator random) {
    this.specimen = specimen;
    this.scanner = scanner;
    this.motor = motor;
    double most = scanner.highestAngstrom() / 2;
    double drawn = settings.piezo().surfaceAngstrom() * random.nextGaussian();
    this.levelAngstrom = Math.max(-most, Math.min(most, drawn));
    double degrees = settings.specimen().tiltDegrees();
    this.slopeX = StrictMath.tan(StrictMath.toRadians(degrees * random.nextGaussian()));
    this.slopeY = StrictMath.tan(StrictMath.toRadians(degrees * random.nextGaussian()));
  }

  /** The tip is now where the piezo has it. */
  void moveTip(double seconds, double volt, boolean meant) {
    specimen.moveTip(
        sampleX(scanner.trueX()),
        sampleY(scanner.trueY()),
        scanner.trueZ() - metalAngstrom(scanner.trueX(), scanner.trueY()),
        seconds,
        volt,
        meant);
  }

  /** The coarse positioner moved sideways. */
  void dragged() {
    if (specimen.gapAngstrom() < DRAG_ANGSTROM) {
      specimen.scrape();
    }
  }

  /** Height of the bare metal, in the piezo's z, at a position of the piezo. */
  double metalAngstrom(double x, double y) {
    return levelAngstrom + slopeX * x + slopeY * y - motor.positionAngstrom(2);
  }

  /** Height of what the tip sees, in the piezo's z, at a position of the piezo. */
  double reliefAngstrom(double x, double y) {
    return metalAngstrom(x, y) + specimen.imageHeightAngstrom(sampleX(x), sampleY(y));
  }

  double sampleX(double x) {
    return x + motor.positionAngstrom(0);
  }

  double sampleY(double y) {
    return y + motor.positionAngstrom(1);
  }
}
