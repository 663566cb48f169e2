package org.tipwright.tests.processes;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.MicroscopeTruth;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;

/**
 * Where to lift in a simulated microscope, in the place of an operator's look at a scan: a corner
 * oxygen of a molecule that has all its neighbours, and a bare spot not far away.
 */
final class MicroscopeSite {

  private static final double ISLAND_ANGSTROM = 200;
  private static final double NEIGHBOURS_WITHIN_ANGSTROM = 25;
  private static final int NEIGHBOURS = 16;
  private static final double BARE_ANGSTROM = 40;

  private MicroscopeSite() {}

  /**
   * The lines of the driver's settings that say so.
   *
   * @param settings and seed of the microscope: a twin of it is asked
   */
  static String of(List<String> settings, long seed) {
    MicroscopeSettings read = MicroscopeSettings.with(settings);
    MicroscopeTruth truth =
        new Microscope(
                read,
                seed,
                new Session(Path.of(""), LocalDateTime.of(2026, 11, 21, 12, 0), 20_000),
                () -> 0L,
                1)
            .truth();
    LyingMolecule molecule = surrounded(truth);
    double[] bare = bareSpotNear(truth, molecule);
    return String.format(
        Locale.ROOT,
        "site-nanometre = [%.5f, %.5f], inward-azimuth-degree = %.3f%n"
            + "bare-spot-nanometre = [%.5f, %.5f], slope-degree = [%.4f, %.4f]%n",
        molecule.cornerX(0) / 10,
        molecule.cornerY(0) / 10,
        Math.toDegrees(molecule.inwardAzimuthRadians(0)),
        bare[0] / 10,
        bare[1] / 10,
        slopeDegree(truth, 1, 0),
        slopeDegree(truth, 0, 1));
  }

  private static double slopeDegree(MicroscopeTruth truth, double x, double y) {
    return Math.toDegrees(Math.atan(truth.metalAngstrom(x, y) - truth.metalAngstrom(0, 0)));
  }

  private static LyingMolecule surrounded(MicroscopeTruth truth) {
    for (LyingMolecule molecule : truth.moleculesNear(0, 0, ISLAND_ANGSTROM)) {
      if (truth
              .moleculesNear(molecule.xAngstrom(), molecule.yAngstrom(), NEIGHBOURS_WITHIN_ANGSTROM)
              .size()
          >= NEIGHBOURS) {
        return molecule;
      }
    }
    throw new IllegalStateException("no molecule with all its neighbours near the origin");
  }

  private static double[] bareSpotNear(MicroscopeTruth truth, LyingMolecule molecule) {
    for (double way = BARE_ANGSTROM; way < 2000; way += 10) {
      for (int direction = 0; direction < 8; direction++) {
        double x = molecule.xAngstrom() + way * Math.cos(direction * Math.PI / 4);
        double y = molecule.yAngstrom() + way * Math.sin(direction * Math.PI / 4);
        if (truth.moleculesNear(x, y, BARE_ANGSTROM).isEmpty() && flat(truth, x, y)) {
          return new double[] {x, y};
        }
      }
    }
    throw new IllegalStateException("no bare spot");
  }

  private static boolean flat(MicroscopeTruth truth, double x, double y) {
    for (double dx = -20; dx <= 20; dx += 4) {
      for (double dy = -20; dy <= 20; dy += 4) {
        if (Math.abs(truth.imageHeightAngstrom(x + dx, y + dy)) > 0.01) {
          return false;
        }
      }
    }
    return true;
  }
}
