package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/** The planar lift engine against the chain model that it is, and against the plane's corridor. */
final class ChainChecks {

  /** Model (ii): bonds of PTCDA's corner to a tip on Au(111) and on Ag(111). */
  static final MorseBond GOLD_BOND = new MorseBond(1.0, 1.5, 2.25);

  static final MorseBond SILVER_BOND = new MorseBond(1.3, 1.6, 2.25);

  static final LiftSite ALONE = new LiftSite(0, 0, 7, 1);

  /** Tight enough that 0.001 nN means something; learning makes do with ten times more. */
  static final double TIGHT_EV_PER_ANGSTROM = 5e-5;

  private static final double UNKNOWN = Double.NaN;

  private ChainChecks() {}

  static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    Collections.addAll(
        checks,
        new Check(
            "planar chain: lift off Au(111)",
            "float64 minimisation of the same chain, computed once",
            ChainChecks::gold),
        new Check(
            "planar chain: lift off Ag(111)",
            "float64 minimisation of the same chain, computed once",
            ChainChecks::silver),
        new Check("planar chain: work of a lift", "energy conservation", ChainChecks::work),
        new Check(
            "planar chain: smooth metal", "no force along a smooth metal", ChainChecks::smooth),
        new Check(
            "planar chain: sixteen segments for eight",
            "float64 minimisation of the same chain, computed once",
            ChainChecks::finer),
        new Check(
            "planar chain: a weak bond breaks",
            "float64 minimisation of the same chain, computed once",
            ChainChecks::weakBond));
    checks.addAll(BeamChecks.all());
    checks.addAll(TapeChecks.all());
    checks.addAll(PlaneCorridorChecks.all());
    checks.addAll(PlanarCalibrationChecks.all());
    return List.copyOf(checks);
  }

  /**
   * Known values of a straight lift.
   *
   * @param early main peak in nN and its height in Å
   * @param atFour force at 4 Å, in nN
   * @param atSix force at 6 Å, in nN; NaN if not known
   * @param late late peak in nN and its height in Å
   */
  private record Known(
      double energyEv,
      double heightAngstrom,
      double[] early,
      double atFour,
      double atSix,
      double[] late,
      double workEv) {}

  private static List<Finding> gold() throws NotConverged {
    return table(
        PlanarMolecule.smoothGold(),
        GOLD_BOND,
        new Known(
            -2.0, 2.09, new double[] {0.540, 1.1}, 0.377, 0.179, new double[] {0.249, 11.9}, 1.98));
  }

  private static List<Finding> silver() throws NotConverged {
    return table(
        PlanarMolecule.smoothSilver(),
        SILVER_BOND,
        new Known(
            -3.4,
            1.68,
            new double[] {1.045, 0.6},
            0.565,
            UNKNOWN,
            new double[] {0.724, 12.1},
            3.376));
  }

  private static List<Finding> table(PlanarMolecule molecule, MorseBond bond, Known known)
      throws NotConverged {
    StraightLift lift = StraightLift.of(new PlanarLift(molecule), molecule, bond);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.judged("energy at rest", "eV", known.energyEv(), 0.001, lift.restEv()));
    findings.add(
        Finding.judged("height at rest", "Å", known.heightAngstrom(), 0.02, lift.restAngstrom()));
    peak(findings, "main peak", known.early(), lift.peak(0, 3));
    force(findings, "force at 4 Å", known.atFour(), lift.forceNanonewton(4));
    if (!Double.isNaN(known.atSix())) {
      force(findings, "force at 6 Å", known.atSix(), lift.forceNanonewton(6));
    }
    peak(findings, "late peak", known.late(), lift.peak(9, 14));
    findings.add(
        Finding.judged(
            "work of the whole lift", "eV", known.workEv(), 0.02 * known.workEv(), lift.workEv()));
    return findings;
  }

  private static void peak(
      List<Finding> findings, String name, double[] known, StraightLift.Peak got) {
    force(findings, name, known[0], got.forceNanonewton());
    findings.add(Finding.judged(name + ", its height", "Å", known[1], 0.3, got.heightAngstrom()));
  }

  private static void force(List<Finding> findings, String name, double known, double got) {
    findings.add(Finding.judged(name, "nN", known, 0.05 * known, got));
  }

  private static List<Finding> work() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    PlanarMolecule gold = PlanarMolecule.smoothGold();
    StraightLift tight =
        StraightLift.of(new PlanarLift(gold, TIGHT_EV_PER_ANGSTROM), gold, GOLD_BOND);
    findings.add(
        Finding.judged("Au(111): ∫F dz from contact to 25 Å", "eV", 2.0, 0.04, tight.workEv())
            .with("0.003 eV of adsorption are left at 25 Å"));
    PlanarMolecule silver = PlanarMolecule.smoothSilver();
    StraightLift usual = StraightLift.of(new PlanarLift(silver), silver, SILVER_BOND);
    findings.add(
        Finding.judged("Ag(111): the same", "eV", 3.4, 0.068, usual.workEv())
            .with("relaxed as for learning, to 1e-3 eV/Å"));
    return findings;
  }

  private static List<Finding> smooth() throws NotConverged {
    PlanarLift lift = new PlanarLift(PlanarMolecule.smoothGold(), TIGHT_EV_PER_ANGSTROM);
    double[] straight = new double[141];
    double horizontal = 0;
    double difference = 0;
    for (int path = 0; path < 3; path++) {
      lift.place(ALONE, GOLD_BOND);
      for (int i = 1; i <= 140; i++) {
        double lateral =
            switch (path) {
              case 0 -> 0;
              case 1 -> 0.1 * i;
              default -> -3 * StrictMath.sin(0.15 * i);
            };
        lift.moveTip(lateral, 0, 0.1 * i);
        horizontal = StrictMath.max(horizontal, StrictMath.abs(lift.outwardForceNanonewton()));
        double vertical = lift.verticalForceNanonewton();
        if (path == 0) {
          straight[i] = vertical;
        } else {
          difference = StrictMath.max(difference, StrictMath.abs(vertical - straight[i]));
        }
      }
    }
    String remark = "relaxed to 5e-5 eV/Å; straight up, 45° inward, and a winding path to 14 Å";
    return List.of(
        Finding.judged("largest horizontal force", "nN", 0, 1e-3, horizontal).with(remark),
        Finding.judged("vertical force, largest difference of paths", "nN", 0, 1e-3, difference)
            .with(remark));
  }

  private static List<Finding> finer() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    compareCuts(findings, "Au(111)", PlanarMolecule.smoothGold(), GOLD_BOND);
    compareCuts(findings, "Ag(111)", PlanarMolecule.smoothSilver(), SILVER_BOND);
    return findings;
  }

  private static void compareCuts(
      List<Finding> findings, String metal, PlanarMolecule eight, MorseBond bond)
      throws NotConverged {
    PlanarMolecule sixteen = eight.withSegments(16);
    StraightLift coarse = StraightLift.of(new PlanarLift(eight), eight, bond);
    StraightLift fine = StraightLift.of(new PlanarLift(sixteen), sixteen, bond);
    double main = fine.peak(0, 3).forceNanonewton() / coarse.peak(0, 3).forceNanonewton();
    double late = fine.peak(9, 14).forceNanonewton() / coarse.peak(9, 14).forceNanonewton();
    findings.add(Finding.judged(metal + ": main peak, relative", "1", 1, 0.01, main));
    findings.add(
        Finding.reported(
            metal + ": late peak, relative",
            "1",
            0.96,
            0.02,
            late,
            "2 to 6 % lower is known of both metals together"));
  }

  private static List<Finding> weakBond() throws NotConverged {
    PlanarLift lift = new PlanarLift(PlanarMolecule.smoothGold());
    lift.place(new LiftSite(0, 0, 7, 0.4));
    int tenths = 0;
    while (lift.bondIntact() && tenths < 140) {
      tenths++;
      lift.moveTip(0, 0, 0.1 * tenths);
    }
    double height = 0.1 * tenths;
    return List.of(
        Finding.judged("bonds of 0.4 nN that hold at 3.1 Å", "1", 0, 0, height > 3.1 ? 1 : 0),
        Finding.reported(
            "height at which it breaks",
            "Å",
            3.1,
            3.1,
            height,
            "known is only that it is gone by 3.1 Å; the lift needs 0.54 nN at 1.1 Å"));
  }
}
