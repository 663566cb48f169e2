package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/** The corridor of the planar engine's layer: which paths need which force. */
final class PlaneCorridorChecks {

  private static final LiftSite IN_LAYER = new LiftSite(0, 0, 0, 1);

  /** A bond of 3 eV and 3.75 nN, which no path here breaks. */
  private static final MorseBond UNBREAKABLE = MorseBond.ofStrength(3, 3.75, 2.25);

  private PlaneCorridorChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "planar chain: worst forces in the layer",
            "float64 minimisation of a chain in a layer, computed once",
            PlaneCorridorChecks::worstForces));
  }

  private static List<Finding> worstForces() throws NotConverged {
    PlanarMolecule molecule = PlanarMolecule.ptcdaOnSilver();
    PlanarLift lift = new PlanarLift(molecule);
    List<Finding> findings = new ArrayList<>();
    judge(findings, lift, "straight up", LateralPath.up(), 1.31);
    judge(findings, lift, "published path, inward", LateralPath.published(0), 0.93);
    judge(findings, lift, "published path, outward", LateralPath.published(StrictMath.PI), 1.69);
    judge(findings, lift, "45° inward from 1 Å", inward(45), 0.92);
    judge(findings, lift, "30° inward from 1 Å", inward(30), 1.00);
    PlanarLift weaker = new PlanarLift(molecule.with(molecule.layer().withFarHydrogenBondEv(0.15)));
    findings.add(
        Finding.reported(
            "straight up, far hydrogen bond of 0.15 eV",
            "nN",
            1.31,
            0.15 * 1.31,
            worstNanonewton(weaker, LateralPath.up()),
            "the figure is said to be for 0.15 eV, but 0.30 eV gives it, and so it does outward"));
    return findings;
  }

  private static void judge(
      List<Finding> findings, PlanarLift lift, String name, LateralPath path, double known)
      throws NotConverged {
    findings.add(
        Finding.judged(
                name + ": worst force", "nN", known, 0.15 * known, worstNanonewton(lift, path))
            .with("far hydrogen bond of 0.30 eV; what the early forces differ by is in 0006"));
  }

  private static LateralPath inward(double degrees) {
    double distance = 13 * StrictMath.tan(StrictMath.toRadians(degrees));
    return LateralPath.along(0, new double[] {0, 1, 14}, new double[] {0, 0, distance});
  }

  private static double worstNanonewton(PlanarLift lift, LateralPath path) throws NotConverged {
    lift.place(IN_LAYER, UNBREAKABLE);
    double worst = 0;
    for (int i = 1; i <= 140; i++) {
      double height = 0.1 * i;
      lift.moveTip(path.xAt(height), path.yAt(height), height);
      worst = StrictMath.max(worst, lift.tipForceNanonewton());
    }
    return worst;
  }
}
