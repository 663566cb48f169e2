package org.tipwright.runs.validation;

import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/**
 * A planar chain lifted straight up from contact to 25 Å in steps of 0.1 Å.
 *
 * @param restEv energy of the chain at contact, without the bond to the tip, in eV
 * @param restAngstrom height of its middle above the image plane at contact, in Å
 * @param forces vertical force on the tip in nN at each step, the first at contact
 */
record StraightLift(double restEv, double restAngstrom, double[] forces) {

  private static final double STEP_ANGSTROM = 0.1;
  private static final int STEPS = 250;

  /**
   * A force and where it was met.
   *
   * @param forceNanonewton largest vertical force
   * @param heightAngstrom tip height over contact
   */
  record Peak(double forceNanonewton, double heightAngstrom) {}

  static StraightLift of(PlanarLift lift, PlanarMolecule molecule, MorseBond bond)
      throws NotConverged {
    lift.place(ChainChecks.ALONE, bond);
    double rest = lift.energyEv() + bond.depthEv();
    double height = lift.heightAngstrom(molecule.chain().segments() / 2);
    double[] forces = new double[STEPS + 1];
    forces[0] = lift.verticalForceNanonewton();
    for (int i = 1; i <= STEPS; i++) {
      lift.moveTip(0, 0, i * STEP_ANGSTROM);
      forces[i] = lift.verticalForceNanonewton();
    }
    return new StraightLift(rest, height, forces);
  }

  double forceNanonewton(double heightAngstrom) {
    return forces[index(heightAngstrom)];
  }

  Peak peak(double fromAngstrom, double toAngstrom) {
    int best = index(fromAngstrom);
    for (int i = best; i <= index(toAngstrom); i++) {
      best = forces[i] > forces[best] ? i : best;
    }
    return new Peak(forces[best], best * STEP_ANGSTROM);
  }

  /** ∫F dz by the trapezoidal rule, in eV. */
  double workEv() {
    double sum = 0;
    for (int i = 1; i <= STEPS; i++) {
      sum += 0.5 * (forces[i - 1] + forces[i]);
    }
    return sum * STEP_ANGSTROM / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }

  private static int index(double heightAngstrom) {
    return (int) StrictMath.rint(heightAngstrom / STEP_ANGSTROM);
  }
}
