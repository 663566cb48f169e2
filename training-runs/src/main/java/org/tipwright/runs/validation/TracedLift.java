package org.tipwright.runs.validation;

import java.util.Arrays;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;

/**
 * One lift by the molecular engine, step by step. The arrays end with the last step that the bond
 * survived.
 *
 * @param stepAngstrom rise of the tip per step, in Å
 * @param forceNanonewton force between tip and molecule after each step, in nN
 * @param verticalNanonewton its vertical part on the tip, positive downwards
 * @param held whether the bond held to the end
 * @param free whether all corner oxygens had left their sites at the end
 */
public record TracedLift(
    double stepAngstrom,
    double[] forceNanonewton,
    double[] verticalNanonewton,
    boolean held,
    boolean free) {

  /** Lifts along a path to a height in Å. */
  static TracedLift play(
      MolecularLift engine, LiftSite site, LateralPath path, double step, double top)
      throws NotConverged {
    engine.place(site);
    int steps = (int) StrictMath.round(top / step);
    double[] force = new double[steps];
    double[] vertical = new double[steps];
    for (int i = 0; i < steps; i++) {
      double height = step * (i + 1);
      engine.moveTip(path.xAt(height), path.yAt(height), height);
      if (!engine.bondIntact()) {
        return new TracedLift(
            step, Arrays.copyOf(force, i), Arrays.copyOf(vertical, i), false, false);
      }
      force[i] = engine.tipForceNanonewton();
      vertical[i] = engine.verticalForceNanonewton();
    }
    return new TracedLift(step, force, vertical, true, engine.freeOfSite());
  }

  /** Height in Å at which the bond broke, or the top if it held. */
  public double endAngstrom() {
    return stepAngstrom * (forceNanonewton.length + (held ? 0 : 1));
  }

  /** Force in nN after the step to this height. */
  double forceAt(double heightAngstrom) {
    return forceNanonewton[(int) StrictMath.round(heightAngstrom / stepAngstrom) - 1];
  }

  /** Height in Å of the largest force above {@code from} and up to {@code to}. */
  double peakAngstrom(double from, double to) {
    double peak = from + stepAngstrom;
    for (double z = from + stepAngstrom; z < to + 0.5 * stepAngstrom; z += stepAngstrom) {
      peak = forceAt(z) > forceAt(peak) ? z : peak;
    }
    return peak;
  }

  /** Height in Å of the smallest force above {@code from} and up to {@code to}. */
  double dipAngstrom(double from, double to) {
    double dip = from + stepAngstrom;
    for (double z = from + stepAngstrom; z < to + 0.5 * stepAngstrom; z += stepAngstrom) {
      dip = forceAt(z) < forceAt(dip) ? z : dip;
    }
    return dip;
  }

  /** Largest force in nN above {@code from} and up to {@code to} Å of height. */
  public double largestNanonewton(double from, double to) {
    return forceAt(peakAngstrom(from, to));
  }

  /** Work in eV that the tip has done, by the trapezium rule over the vertical force. */
  double workEv() {
    double sum = 0;
    for (int i = 0; i < verticalNanonewton.length; i++) {
      sum +=
          verticalNanonewton[i]
              - (i + 1 == verticalNanonewton.length ? 0.5 : 0) * verticalNanonewton[i];
    }
    return sum * stepAngstrom / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }
}
