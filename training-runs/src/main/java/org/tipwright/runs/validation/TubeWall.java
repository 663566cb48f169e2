package org.tipwright.runs.validation;

import java.util.stream.IntStream;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;

/**
 * Forces on the published path and on the wall of the tube around it, with a bond that cannot
 * break: what a bond must bear to arrive at a neck of the corridor, and what it meets at its wall.
 */
final class TubeWall {

  /** The wall is reached within so many Å before the neck begins. */
  private static final double RAMP_ANGSTROM = 1.5;

  /** The others are these, turned by half a turn. */
  private static final int CORNERS = 2;

  private static final int DIRECTIONS = 8;

  private final MolecularSettings settings;
  private final PublishedTube tube = new PublishedTube();
  private final LateralPath path =
      tube.scattered(new double[PublishedTube.STEPS], new double[PublishedTube.STEPS]);

  /** The wall of the tube in a full layer. */
  TubeWall(MolecularSettings settings) {
    this.settings = settings;
  }

  /** The least that any corner's bond must bear on the path itself, from contact to 14 Å, in nN. */
  double onPathNanonewton() {
    return IntStream.range(0, CORNERS)
        .parallel()
        .mapToDouble(corner -> largest(path, corner, 0, Double.POSITIVE_INFINITY))
        .min()
        .orElseThrow();
  }

  /**
   * The largest force on the wall, over all corners and eight directions around the path.
   *
   * @param from where the neck begins, in Å from contact
   * @param to where it ends
   */
  double onWallNanonewton(double from, double to) {
    return IntStream.range(0, CORNERS * DIRECTIONS)
        .parallel()
        .mapToDouble(i -> largest(wall(i / CORNERS, from, to), i % CORNERS, from, to))
        .max()
        .orElseThrow();
  }

  /** The path, moved aside by the tube's radius from the neck on. */
  private LateralPath wall(int direction, double from, double to) {
    double azimuth = 2 * StrictMath.PI * direction / DIRECTIONS;
    double radius = PublishedTube.radiusAngstrom(0.5 * (from + to));
    double[] x = new double[PublishedTube.STEPS];
    double[] y = new double[PublishedTube.STEPS];
    for (int i = 0; i < x.length; i++) {
      double share = 1 + (fromContact(path, i + 1) - from) / RAMP_ANGSTROM;
      double deviation = radius * Math.max(0, Math.min(1, share));
      x[i] = deviation * StrictMath.cos(azimuth);
      y[i] = deviation * StrictMath.sin(azimuth);
    }
    return tube.scattered(x, y);
  }

  private double largest(LateralPath way, int corner, double from, double to) {
    MolecularLift engine = NeededForce.engine(settings, false);
    try {
      engine.place(new LiftSite(PublishedTube.AZIMUTH, corner, 0, NeededForce.STRENGTH_NANONEWTON));
      double largest = 0;
      for (int i = 1; i <= PublishedTube.STEPS; i++) {
        engine.moveTip(way.x()[i], way.y()[i], way.heights()[i]);
        double distance = fromContact(path, i);
        if (distance >= from && distance <= to) {
          largest = Math.max(largest, engine.tipForceNanonewton());
        }
      }
      return largest;
    } catch (NotConverged e) {
      throw new IllegalStateException("corner " + corner + " at the wall: " + e.getMessage(), e);
    }
  }

  private static double fromContact(LateralPath way, int i) {
    return StrictMath.hypot(StrictMath.hypot(way.x()[i], way.y()[i]), way.heights()[i]);
  }
}
