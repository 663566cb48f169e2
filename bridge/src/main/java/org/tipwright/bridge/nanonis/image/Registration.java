package org.tipwright.bridge.nanonis.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what an image shows again in a few lines scanned later: the shift at which both are most
 * alike, by the normalised correlation of heights, each line levelled by itself.
 *
 * <p>Levelling takes off what drifts while a scan goes on: creep of z, and the slope of the sample.
 * Correlating the whole neighbourhood needs no outline, which a molecule in a full layer does not
 * have, and tells a molecule from its neighbours, which lie turned.
 */
public final class Registration {

  private static final double COARSE_ANGSTROM = 0.5;
  private static final double FINE_ANGSTROM = 0.01;

  private final HeightMap image;
  private final List<ScanLine> lines = new ArrayList<>();
  private final List<double[]> levelled = new ArrayList<>();

  /**
   * Where it was found.
   *
   * @param dx by how much it lies further along x than in the image, in Å
   * @param dy the same along y
   * @param likeness 1 if both are the same but for a factor, 0 if they have nothing in common
   */
  public record Match(double dx, double dy, double likeness) {

    /** How far it is from another shift, in Å. */
    public double awayFrom(double otherX, double otherY) {
      return Math.hypot(dx - otherX, dy - otherY);
    }
  }

  /** Of an image and lines that were scanned later. */
  public Registration(HeightMap image, List<ScanLine> scanned) {
    this.image = image;
    for (ScanLine line : scanned) {
      double[] heights = line.z().clone();
      line.level(heights);
      lines.add(line);
      levelled.add(heights);
    }
  }

  /**
   * The best shift within a distance of one that is expected: every half Å, then finer and finer
   * around the best.
   */
  public Match near(double dx, double dy, double farthestAngstrom) {
    Match best = at(dx, dy);
    int steps = (int) Math.ceil(farthestAngstrom / COARSE_ANGSTROM);
    for (int i = -steps; i <= steps; i++) {
      for (int j = -steps; j <= steps; j++) {
        best = better(best, dx + i * COARSE_ANGSTROM, dy + j * COARSE_ANGSTROM);
      }
    }
    for (double step = COARSE_ANGSTROM / 2; step >= FINE_ANGSTROM; step /= 2) {
      Match before;
      do {
        before = best;
        best = better(best, before.dx() + step, before.dy());
        best = better(best, before.dx() - step, before.dy());
        best = better(best, before.dx(), before.dy() + step);
        best = better(best, before.dx(), before.dy() - step);
      } while (best.likeness() > before.likeness());
    }
    return best;
  }

  private Match better(Match best, double dx, double dy) {
    Match other = at(dx, dy);
    return other.likeness() > best.likeness() ? other : best;
  }

  /** How alike they are at a shift; −1 where the image does not show all that was scanned. */
  private Match at(double dx, double dy) {
    double product = 0;
    double ofImage = 0;
    double ofScan = 0;
    for (int l = 0; l < lines.size(); l++) {
      ScanLine line = lines.get(l);
      double[] shown = new double[line.z().length];
      for (int i = 0; i < shown.length; i++) {
        shown[i] = image.heightAngstrom(line.x()[i] - dx, line.y()[i] - dy);
        if (Double.isNaN(shown[i])) {
          return new Match(dx, dy, -1);
        }
      }
      line.level(shown);
      double[] seen = levelled.get(l);
      for (int i = 0; i < shown.length; i++) {
        product += shown[i] * seen[i];
        ofImage += shown[i] * shown[i];
        ofScan += seen[i] * seen[i];
      }
    }
    double scale = Math.sqrt(ofImage * ofScan);
    return new Match(dx, dy, scale > 0 ? product / scale : 0);
  }
}
