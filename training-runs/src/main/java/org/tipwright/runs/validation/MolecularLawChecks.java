package org.tipwright.runs.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Stiffness;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.MoleculeFormat;
import org.tipwright.physics.molecule.MoleculeFormatException;

/** Laws that the molecular engine must obey whatever its parameters. */
final class MolecularLawChecks {

  private static final double UNBREAKABLE = 3.5;
  private static final double STEP = 0.1;
  private static final double DETACHED = 25;

  /**
   * A made-up plate that is held in its middle: an oxygen within a square of carbon. Three of its
   * atoms keep flat over three others, so that nothing in it can bend.
   */
  private static final String PLATE =
      """
      molecule plate
      atom O O 0 0
      atom A C 0.95 0
      atom B C 0 0.95
      atom C C 0 -0.95
      atom M C -0.95 0
      bond O A
      bond A B
      bond M A
      bond M B
      bond M C
      bond B C
      """;

  /** Four carbons and one oxygen of the 31.8 shares of PTCDA. */
  private static final double PLATE_SHARE = (4 + 0.9) / 31.8;

  private static final double PLATE_EV = 10;
  private static final double PLATE_TIP_EV = 40;
  private static final double PLATE_TIP_NANONEWTON = 50;

  private MolecularLawChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "work of a whole lift, molecular engine",
            "conservation of energy",
            MolecularLawChecks::work),
        new Check(
            "height of an adsorbed molecule, molecular engine",
            "measured heights that are put in: Henze et al., Surf. Sci. 601 (2007) 1566",
            MolecularLawChecks::heights),
        new Check(
            "a flat rigid plate pulled off, molecular engine",
            "9-3 law in closed form: 1.466 ε/d at ζ = 1.165 d, 27 ε/d²",
            MolecularLawChecks::plate),
        new Check(
            "a smooth metal holds nothing laterally, molecular engine",
            "symmetry",
            MolecularLawChecks::smooth));
  }

  private static MolecularLift isolated(Substrate surface) {
    return new MolecularLift(
        MolecularSettings.ptcda(surface).withPinning(false).withTip(3, MolecularSettings.RIGID_TIP),
        true);
  }

  private static List<Finding> work() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    Substrate gold = Substrate.gold();
    Substrate silver = Substrate.silver();
    findings.add(work("smooth Au(111)", gold.smooth(), 2.0));
    findings.add(work("corrugated Au(111)", gold, 2.0));
    findings.add(work("smooth Ag(111)", silver.smooth(), 3.4));
    findings.add(work("corrugated Ag(111)", silver, 3.4));
    return findings;
  }

  private static Finding work(String where, Substrate surface, double depth) throws NotConverged {
    TracedLift lift =
        TracedLift.play(
            isolated(surface),
            new LiftSite(0, 0, 0, UNBREAKABLE),
            LateralPath.up(),
            STEP,
            DETACHED);
    return Finding.judged(
        "∫F dz to 25 Å, single PTCDA on " + where, "eV", depth, 0.02 * depth, lift.workEv());
  }

  private static List<Finding> heights() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    for (Substrate surface : List.of(Substrate.gold(), Substrate.silver())) {
      MolecularLift engine = isolated(surface);
      engine.place(new LiftSite(0, 0, 0, UNBREAKABLE));
      Molecule molecule = engine.molecule();
      double rings = 0;
      int count = 0;
      double corners = 0;
      for (int i = 0; i < molecule.atoms().size(); i++) {
        if (molecule.cornerOxygens().contains(i)) {
          corners += engine.heightAngstrom(i) / molecule.cornerOxygens().size();
        } else {
          rings += engine.heightAngstrom(i);
          count++;
        }
      }
      String on = " on " + surface.name();
      findings.add(
          Finding.judged(
              "mean height of all atoms but corner oxygens" + on,
              "Å",
              surface.heightAngstrom(),
              0.02,
              rings / count));
      findings.add(
          Finding.judged(
              "mean height of corner oxygens" + on,
              "Å",
              surface.cornerHeightAngstrom(),
              0.02,
              corners));
    }
    return findings;
  }

  /** All atoms leave together: nothing bends, and the handle is in the middle. */
  private static List<Finding> plate() throws NotConverged {
    Molecule plate;
    try {
      plate = MoleculeFormat.read("plate", PLATE.getBytes(StandardCharsets.UTF_8));
    } catch (MoleculeFormatException e) {
      throw new IllegalStateException(e);
    }
    Substrate gold = Substrate.gold();
    // Deep wells, beside which the relaxation's tolerance is small.
    Substrate deep =
        new Substrate(
            "deep",
            gold.nearestNeighbourAngstrom(),
            PLATE_EV / PLATE_SHARE,
            gold.heightAngstrom(),
            gold.heightAngstrom(),
            gold.imagePlaneAngstrom(),
            0,
            gold.cornerFadeAngstrom(),
            0);
    double d = deep.heightAngstrom() - deep.imagePlaneAngstrom();
    double ratio = PLATE_EV / d * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
    MolecularLift engine =
        new MolecularLift(
            MolecularSettings.ptcda(deep)
                .with(plate)
                .with(Stiffness.conjugated().times(1000))
                .withTip(PLATE_TIP_EV, MolecularSettings.RIGID_TIP),
            true);
    double stiffness = stiffnessAtContact(engine);
    double force = 0;
    double zeta = 0;
    engine.place(new LiftSite(0, 0, 0, PLATE_TIP_NANONEWTON));
    for (int i = 1; engine.verticalForceNanonewton() >= force || i == 1; i++) {
      force = Math.max(0, engine.verticalForceNanonewton());
      zeta = meanHeight(engine) - deep.imagePlaneAngstrom();
      engine.moveTip(0, 0, 0.002 * i);
    }
    double expected = 1.466 * ratio;
    return List.of(
        Finding.judged("largest force", "nN", expected, 0.001 * expected, force),
        Finding.judged("height of the largest force ζ/d", "1", 1.165, 0.01, zeta / d),
        Finding.judged(
            "stiffness at contact", "nN/Å", 27 * ratio / d, 0.001 * 27 * ratio / d, stiffness));
  }

  /**
   * Force per rise of the plate in nN/Å, extrapolated to no rise from three small ones. Only pulls:
   * under a push the bond would give way sideways.
   */
  private static double stiffnessAtContact(MolecularLift engine) throws NotConverged {
    engine.place(new LiftSite(0, 0, 0, PLATE_TIP_NANONEWTON));
    double rest = meanHeight(engine);
    double[] rise = new double[3];
    double[] ratio = new double[3];
    for (int i = 0; i < 3; i++) {
      engine.moveTip(0, 0, 0.01 * (i + 1));
      rise[i] = meanHeight(engine) - rest;
      ratio[i] = engine.verticalForceNanonewton() / rise[i];
    }
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double weight = 1;
      for (int j = 0; j < 3; j++) {
        weight *= i == j ? 1 : rise[j] / (rise[j] - rise[i]);
      }
      sum += weight * ratio[i];
    }
    return sum;
  }

  private static double meanHeight(MolecularLift engine) {
    int atoms = engine.molecule().atoms().size();
    double sum = 0;
    for (int i = 0; i < atoms; i++) {
      sum += engine.heightAngstrom(i);
    }
    return sum / atoms;
  }

  private static List<Finding> smooth() throws NotConverged {
    MolecularLift engine = isolated(Substrate.gold().smooth());
    LiftSite site = new LiftSite(0, 0, 0, UNBREAKABLE);
    TracedLift up = TracedLift.play(engine, site, LateralPath.up(), STEP, 14);
    TracedLift aside = TracedLift.play(engine, site, LateralPath.published(0.6), STEP, 14);
    double lateral = 0;
    double difference = 0;
    for (int i = 0; i < up.forceNanonewton().length; i++) {
      lateral = Math.max(lateral, Math.max(lateral(up, i), lateral(aside, i)));
      difference =
          Math.max(
              difference, Math.abs(up.verticalNanonewton()[i] - aside.verticalNanonewton()[i]));
    }
    return List.of(
        Finding.judged("largest horizontal force on smooth Au(111)", "nN", 0, 1e-3, lateral),
        Finding.judged(
            "largest difference of F_z between straight up and the published path",
            "nN",
            0,
            1e-3,
            difference));
  }

  private static double lateral(TracedLift lift, int step) {
    double whole = lift.forceNanonewton()[step];
    double vertical = lift.verticalNanonewton()[step];
    return StrictMath.sqrt(Math.max(0, whole * whole - vertical * vertical));
  }
}
