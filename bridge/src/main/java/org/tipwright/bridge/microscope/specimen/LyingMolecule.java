package org.tipwright.bridge.microscope.specimen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.Molecules;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;
import org.tipwright.physics.scan.Protrusion;

/**
 * A PTCDA that lies flat on the terrace.
 *
 * @param xAngstrom of its centre
 * @param yAngstrom of its centre
 * @param longAxisRadians direction of its long axis
 * @param mirrored whether it lies as in the mirror image of the known layer
 * @param place in its island's lattice, or null if it lies outside of one
 */
public record LyingMolecule(
    double xAngstrom,
    double yAngstrom,
    double longAxisRadians,
    boolean mirrored,
    @Nullable LayerPlace place) {

  private static final Molecule PTCDA = Molecules.ptcda();
  private static final List<Integer> CORNERS = PTCDA.cornerOxygens();
  private static final AdsorbateKind IMAGE = AdsorbateKind.ptcda();
  private static final AdsorbateKind ATOM =
      new AdsorbateKind(
          "atom",
          List.of(new Protrusion(0, 0, 1, IMAGE.protrusions().get(0).sigmaAngstrom())),
          1,
          0);

  /** x of one of its four corner oxygens, numbered as in a lift's site. */
  public double cornerX(int corner) {
    return xAngstrom + turnedX(atom(corner));
  }

  /** y of one of its four corner oxygens, numbered as in a lift's site. */
  public double cornerY(int corner) {
    return yAngstrom + turnedY(atom(corner));
  }

  /** One of its atoms as the tip sees it, given where it is in a molecule along the x axis. */
  Adsorbate atom(Protrusion part) {
    double y = mirrored ? -part.yAngstrom() : part.yAngstrom();
    double cos = StrictMath.cos(longAxisRadians);
    double sin = StrictMath.sin(longAxisRadians);
    return new Adsorbate(
        ATOM,
        xAngstrom + cos * part.xAngstrom() - sin * y,
        yAngstrom + sin * part.xAngstrom() + cos * y,
        0,
        part.share() * IMAGE.apparentHeightAngstrom());
  }

  /** Direction from a corner oxygen over the centre, in rad from the x axis. */
  public double inwardAzimuthRadians(int corner) {
    return StrictMath.atan2(-turnedY(atom(corner)), -turnedX(atom(corner)));
  }

  /** Whether a corner oxygen is at the end of the molecule that its long axis points to. */
  boolean atPlusEnd(int corner) {
    return atom(corner).xAngstrom() > 0;
  }

  /** The number of the corner oxygen nearest to a spot. */
  int nearestCorner(double x, double y) {
    int nearest = 0;
    for (int corner = 1; corner < CORNERS.size(); corner++) {
      if (cornerDistanceAngstrom(corner, x, y) < cornerDistanceAngstrom(nearest, x, y)) {
        nearest = corner;
      }
    }
    return nearest;
  }

  double cornerDistanceAngstrom(int corner, double x, double y) {
    return StrictMath.hypot(cornerX(corner) - x, cornerY(corner) - y);
  }

  /** Distance of the centre from a spot. */
  public double distanceAngstrom(double x, double y) {
    double dx = xAngstrom - x;
    double dy = yAngstrom - y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Coordinate of a spot along the long axis. */
  double along(double x, double y) {
    return (x - xAngstrom) * StrictMath.cos(longAxisRadians)
        + (y - yAngstrom) * StrictMath.sin(longAxisRadians);
  }

  /** Distance of a spot from the long axis. */
  double across(double x, double y) {
    return Math.abs(
        (y - yAngstrom) * StrictMath.cos(longAxisRadians)
            - (x - xAngstrom) * StrictMath.sin(longAxisRadians));
  }

  /** The site that a lift by one of its corner oxygens begins in. */
  LiftSite liftSite(int corner, int missingNeighbours, double strengthNanonewton) {
    // The cell's second molecule sees the layer as the first one sees its mirror image.
    boolean second = place != null && place.which() == 1;
    return new LiftSite(
        inwardAzimuthRadians(corner),
        second ? corner ^ 1 : corner,
        missingNeighbours,
        strengthNanonewton,
        mirrored != second);
  }

  private static Atom atom(int corner) {
    return PTCDA.atoms().get(CORNERS.get(corner));
  }

  private double turnedX(Atom atom) {
    double y = mirrored ? -atom.yAngstrom() : atom.yAngstrom();
    return atom.xAngstrom() * StrictMath.cos(longAxisRadians) - y * StrictMath.sin(longAxisRadians);
  }

  private double turnedY(Atom atom) {
    double y = mirrored ? -atom.yAngstrom() : atom.yAngstrom();
    return atom.xAngstrom() * StrictMath.sin(longAxisRadians) + y * StrictMath.cos(longAxisRadians);
  }
}
