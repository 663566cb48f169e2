package org.tipwright.bridge.microscope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tipwright.bridge.microscope.ScanProperties.Autosave;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;
import org.tipwright.physics.lift.LiftSite;

/**
 * Where to lift, in the place of an operator who has looked at a scan: the corner oxygen of a
 * molecule that has all its neighbours, a bare spot not far away, the slope of the surface, and an
 * image of the site without the faults of an instrument.
 */
public final class ChosenSite {

  private static final double SEARCHED_ANGSTROM = 400;
  private static final double NEIGHBOURS_WITHIN_ANGSTROM = 25;
  private static final int NEIGHBOURS = 16;
  private static final double BARE_ANGSTROM = 40;
  private static final double BARE_WITHIN_ANGSTROM = 2000;
  private static final double IMAGE_ANGSTROM = 60;
  private static final int IMAGE_PIXELS = 128;
  private static final double LINE_SECONDS = 1;
  private static final String IMAGE = "site.sxm";
  private static final int CORNER = 0;

  private final Microscope microscope;
  private final MicroscopeTruth truth;
  private final LyingMolecule molecule;
  private final double[] bare;

  private ChosenSite(Microscope microscope) {
    this.microscope = microscope;
    this.truth = microscope.truth();
    this.molecule = surrounded();
    this.bare = bareSpot();
  }

  /**
   * Chooses in the microscope of these settings and this seed; a twin of it is asked.
   *
   * @throws IllegalArgumentException if there is no such molecule or spot within reach
   */
  public static ChosenSite in(MicroscopeSettings settings, long seed) {
    Session session = new Session(Path.of(""), LocalDateTime.MIN, settings.realTimeHertz());
    return new ChosenSite(new Microscope(settings, seed, session, () -> 0L, 1));
  }

  /** Position of the chosen oxygen, in Å. */
  public double xAngstrom() {
    return molecule.cornerX(CORNER);
  }

  /** Position of the chosen oxygen, in Å. */
  public double yAngstrom() {
    return molecule.cornerY(CORNER);
  }

  /** What an operator cannot see: tip, neighbours and layer, as a simulated lift needs them. */
  public LiftSite truth() {
    return truth.liftSite(molecule, CORNER);
  }

  /** The lines of the driver's settings that say all this. */
  public String driverSettings() {
    return String.format(
        Locale.ROOT,
        "site-nanometre = [%.5f, %.5f], inward-azimuth-degree = %.3f%n"
            + "bare-spot-nanometre = [%.5f, %.5f], slope-degree = [%.4f, %.4f]%n"
            + "site-image = \"%s\"%n",
        xAngstrom() / 10,
        yAngstrom() / 10,
        Math.toDegrees(molecule.inwardAzimuthRadians(CORNER)),
        bare[0] / 10,
        bare[1] / 10,
        slopeDegree(1, 0),
        slopeDegree(0, 1),
        IMAGE);
  }

  /** Writes {@code site.conf} and the image that it names into a folder. */
  public void write(Path folder, LocalDateTime now) throws IOException {
    Files.createDirectories(folder);
    FinishedScan scan = image();
    microscope.ask(
        state -> {
          try {
            SxmFile.write(folder.resolve(IMAGE), scan, now, state);
            return true;
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    Files.writeString(folder.resolve("site.conf"), driverSettings());
  }

  private FinishedScan image() {
    ScanFrameSettings frame =
        new ScanFrameSettings(xAngstrom(), yAngstrom(), IMAGE_ANGSTROM, IMAGE_ANGSTROM, 0);
    ScanBuffer buffer = new ScanBuffer(List.of(SignalTable.Z), IMAGE_PIXELS, IMAGE_PIXELS);
    for (int line = 0; line < IMAGE_PIXELS; line++) {
      double v = ((line + 0.5) / IMAGE_PIXELS - 0.5) * IMAGE_ANGSTROM;
      for (int pixel = 0; pixel < IMAGE_PIXELS; pixel++) {
        double u = ((pixel + 0.5) / IMAGE_PIXELS - 0.5) * IMAGE_ANGSTROM;
        double x = frame.x(u, v);
        double y = frame.y(u, v);
        double height = Si.metres(truth.metalAngstrom(x, y) + truth.imageHeightAngstrom(x, y));
        buffer.put(0, true, line, pixel, height);
        buffer.put(0, false, line, IMAGE_PIXELS - 1 - pixel, height);
      }
      buffer.finish(true, line);
      buffer.finish(false, line);
    }
    return new FinishedScan(
        frame,
        new ScanSpeed(LINE_SECONDS, LINE_SECONDS, true),
        buffer,
        true,
        2 * LINE_SECONDS * IMAGE_PIXELS,
        0,
        new ScanProperties(false, false, Autosave.OFF, "site", "where to lift"));
  }

  private double slopeDegree(double x, double y) {
    return Math.toDegrees(Math.atan(truth.metalAngstrom(x, y) - truth.metalAngstrom(0, 0)));
  }

  private LyingMolecule surrounded() {
    return truth.moleculesNear(0, 0, SEARCHED_ANGSTROM).stream()
        .sorted(Comparator.comparingDouble(found -> found.distanceAngstrom(0, 0)))
        .filter(
            found ->
                truth
                        .moleculesNear(
                            found.xAngstrom(), found.yAngstrom(), NEIGHBOURS_WITHIN_ANGSTROM)
                        .size()
                    >= NEIGHBOURS)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no molecule with all its neighbours is near"));
  }

  private double[] bareSpot() {
    for (double way = BARE_ANGSTROM; way < BARE_WITHIN_ANGSTROM; way += 10) {
      for (int direction = 0; direction < 8; direction++) {
        double x = molecule.xAngstrom() + way * Math.cos(direction * Math.PI / 4);
        double y = molecule.yAngstrom() + way * Math.sin(direction * Math.PI / 4);
        if (truth.moleculesNear(x, y, BARE_ANGSTROM).isEmpty() && flat(x, y)) {
          return new double[] {x, y};
        }
      }
    }
    throw new IllegalArgumentException("no bare spot is near");
  }

  private boolean flat(double x, double y) {
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
