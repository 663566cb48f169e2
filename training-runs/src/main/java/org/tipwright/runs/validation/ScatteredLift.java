package org.tipwright.runs.validation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;

/**
 * A lift along a path that leaves the published one smoothly, at a random height, in a random
 * direction, by up to 3 Å per Å of height. The arrays hold one number per step and end with the
 * step in which the bond broke, if it did.
 *
 * @param corner which corner was held
 * @param strengthNanonewton strength of this tip's bond, in nN
 * @param fromContactAngstrom distance of the tip from contact, in Å
 * @param offPathAngstrom its distance from the published path, in Å
 * @param forceNanonewton force between tip and molecule, in nN; 0 once the bond is broken
 * @param held whether the bond held to 14 Å of height
 */
public record ScatteredLift(
    int corner,
    double strengthNanonewton,
    double[] fromContactAngstrom,
    double[] offPathAngstrom,
    double[] forceNanonewton,
    boolean held) {

  private static final double LATEST_ANGSTROM = 12;
  private static final double STEEPEST = 3;

  /** Lifts by a corner with a tip and along a path that are drawn. */
  static ScatteredLift play(
      MolecularLift engine, PublishedTube tube, int corner, RandomGenerator random)
      throws NotConverged {
    double strength = TipDraw.strengthNanonewton(random);
    LateralPath path = draw(tube, random);
    engine.place(new LiftSite(PublishedTube.AZIMUTH, corner, 0, strength));
    double[] from = new double[PublishedTube.STEPS];
    double[] off = new double[PublishedTube.STEPS];
    double[] force = new double[PublishedTube.STEPS];
    int steps = 0;
    while (steps < PublishedTube.STEPS && engine.bondIntact()) {
      double x = path.x()[steps + 1];
      double y = path.y()[steps + 1];
      double z = path.heights()[steps + 1];
      engine.moveTip(x, y, z);
      from[steps] = StrictMath.sqrt(x * x + y * y + z * z);
      off[steps] = tube.distanceAngstrom(x, y, z);
      force[steps] = engine.tipForceNanonewton();
      steps++;
    }
    return new ScatteredLift(
        corner,
        strength,
        Arrays.copyOf(from, steps),
        Arrays.copyOf(off, steps),
        Arrays.copyOf(force, steps),
        engine.bondIntact());
  }

  private static LateralPath draw(PublishedTube tube, RandomGenerator random) {
    double leaves = LATEST_ANGSTROM * random.nextDouble();
    double azimuth = 2 * StrictMath.PI * random.nextDouble();
    double slope = STEEPEST * StrictMath.sqrt(random.nextDouble());
    double[] x = new double[PublishedTube.STEPS];
    double[] y = new double[PublishedTube.STEPS];
    for (int i = 0; i < x.length; i++) {
      double rise = Math.max(0, PublishedTube.STEP_ANGSTROM * (i + 1) - leaves);
      // The slope sets in over the first Å.
      double deviation = slope * (rise < 1 ? 0.5 * rise * rise : rise - 0.5);
      x[i] = deviation * StrictMath.cos(azimuth);
      y[i] = deviation * StrictMath.sin(azimuth);
    }
    return tube.scattered(x, y);
  }

  /**
   * The step in which a bond weaker than this tip's would have broken: the first in which the force
   * came to its strength; -1 if it would have held.
   *
   * @param weaker by how much it is weaker, in nN; 0 for this tip's own bond
   */
  int ruptureStep(double weaker) {
    for (int i = 0; i < forceNanonewton.length; i++) {
      if (weaker > 0 && forceNanonewton[i] >= strengthNanonewton - weaker) {
        return i;
      }
    }
    return held ? -1 : forceNanonewton.length - 1;
  }
}
