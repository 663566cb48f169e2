package org.tipwright.runs.validation;

import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;

/**
 * The force that a lift needs: the largest between tip and molecule in each interval of height,
 * with a bond too strong to break, in steps of 0.2 Å of height.
 *
 * @param path name of the tip's path
 * @param largestNanonewton one force in nN for each of {@link #INTERVALS_ANGSTROM}
 */
public record NeededForce(String path, double[] largestNanonewton) {

  /** Where the intervals end, in Å; the first begins at contact. */
  public static final double[] INTERVALS_ANGSTROM = {1, 3, 6, 9, 12, 14};

  private static final double BOND_EV = 3;
  static final double STRENGTH_NANONEWTON =
      0.5 * 1.5 * BOND_EV * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  private static final double STEP_ANGSTROM = 0.2;

  /** An engine whose bond to the tip is 3 eV deep, with a rigid tip. */
  static MolecularLift engine(MolecularSettings settings, boolean isolated) {
    return new MolecularLift(settings.withTip(BOND_EV, MolecularSettings.RIGID_TIP), isolated);
  }

  /** Lifts by one corner along a path; inward is azimuth 0. */
  static NeededForce of(MolecularLift engine, int corner, String name, LateralPath path)
      throws NotConverged {
    LiftSite site = new LiftSite(0, corner, 0, STRENGTH_NANONEWTON);
    double top = INTERVALS_ANGSTROM[INTERVALS_ANGSTROM.length - 1];
    TracedLift lift = TracedLift.play(engine, site, path, STEP_ANGSTROM, top);
    double[] largest = new double[INTERVALS_ANGSTROM.length];
    double from = 0;
    for (int i = 0; i < largest.length; i++) {
      largest[i] = lift.largestNanonewton(from, INTERVALS_ANGSTROM[i]);
      from = INTERVALS_ANGSTROM[i];
    }
    return new NeededForce(name, largest);
  }

  /** The largest of all intervals, in nN. */
  public double worstNanonewton() {
    double worst = 0;
    for (double force : largestNanonewton) {
      worst = Math.max(worst, force);
    }
    return worst;
  }
}
