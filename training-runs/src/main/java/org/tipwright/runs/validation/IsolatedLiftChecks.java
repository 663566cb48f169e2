package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Element;

/**
 * One PTCDA molecule without neighbours, lifted straight up by a corner in steps of 0.1 Å: the
 * molecular engine beside the reference calculation of its model. Smooth metal, oxygens not held
 * laterally, a Morse bond of 1 eV and 1.5 1/Å to a rigid tip.
 */
final class IsolatedLiftChecks {

  private static final String SOURCE = "reference calculation of the model, single molecule";
  private static final double STRENGTH = 1.2017;
  private static final double STEP = 0.1;
  private static final double TOP = 20;
  private static final double CONTACT = 0.01;
  private static final double FORCE_SHARE = 0.05;
  private static final double WORK_SHARE = 0.02;

  /** 0.3 Å; the rest is for rounding, for positions come in steps of 0.1 Å. */
  private static final double POSITION = 0.3 + 1e-9;

  private static final double HEIGHT = 0.02;

  private final List<Finding> findings = new ArrayList<>();
  private final MolecularLift engine;
  private final TracedLift lift;
  private final double restEv;
  private final double carbonAngstrom;
  private final double cornerAngstrom;

  private IsolatedLiftChecks(Substrate surface) throws NotConverged {
    MolecularSettings settings =
        MolecularSettings.ptcda(surface.smooth())
            .withPinning(false)
            .withTip(1, MolecularSettings.RIGID_TIP);
    LiftSite site = new LiftSite(0, 0, 0, STRENGTH);
    engine = new MolecularLift(settings, true);
    engine.place(site);
    restEv = engine.energyEv() + settings.tipBondEv();
    List<Integer> corners = engine.molecule().cornerOxygens();
    carbonAngstrom = meanHeight(i -> engine.molecule().atoms().get(i).element() == Element.C);
    cornerAngstrom = meanHeight(corners::contains);
    lift = TracedLift.play(engine, site, LateralPath.up(), STEP, TOP);
  }

  static List<Check> all() {
    return List.of(
        new Check("lift of a single PTCDA from Au(111)", SOURCE, IsolatedLiftChecks::gold),
        new Check("lift of a single PTCDA from Ag(111)", SOURCE, IsolatedLiftChecks::silver));
  }

  private double meanHeight(Predicate<Integer> wanted) {
    List<Atom> atoms = engine.molecule().atoms();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < atoms.size(); i++) {
      if (wanted.test(i)) {
        sum += engine.heightAngstrom(i);
        count++;
      }
    }
    return sum / count;
  }

  private static List<Finding> gold() throws NotConverged {
    IsolatedLiftChecks gold = new IsolatedLiftChecks(Substrate.gold());
    gold.energy("energy at rest", -2.000, gold.restEv);
    gold.height("height of carbon", 3.27, gold.carbonAngstrom);
    gold.peak("largest force", 0.385, 3.5, 0, 10);
    gold.plateau(0.27, 0.30, 4.5, 8);
    gold.dip(0.09, 11, 11.5);
    gold.peak("peak of the far end", 0.24, 12.5, 12, TOP);
    double secant = 10 * gold.lift.forceAt(0.5) / 0.5;
    gold.add(
        Finding.judged("stiffness over the first 0.5 Å", "N/m", 2.1, FORCE_SHARE * 2.1, secant)
            .with(
                "force at 0.5 Å divided by 0.5 Å; the tangent at contact is larger"
                    + " (next line), because the held oxygen first climbs out of its own well"));
    gold.engine.place(new LiftSite(0, 0, 0, STRENGTH));
    gold.engine.moveTip(0, 0, CONTACT);
    gold.add(
        Finding.reported(
            "stiffness at contact",
            "N/m",
            2.1,
            FORCE_SHARE * 2.1,
            10 * gold.engine.verticalForceNanonewton() / CONTACT,
            "force at 0.01 Å divided by 0.01 Å; the reference's 2.1 N/m is the secant over 0.5 Å"));
    gold.energy("work", 1.98, gold.lift.workEv());
    return gold.findings;
  }

  private static List<Finding> silver() throws NotConverged {
    IsolatedLiftChecks silver = new IsolatedLiftChecks(Substrate.silver());
    silver.energy("energy at rest", -3.39, silver.restEv);
    silver.height("height of carbon", 2.85, silver.carbonAngstrom);
    silver.height("height of corner oxygens", 2.67, silver.cornerAngstrom);
    silver.add(
        Finding.judged(
            "force at 0.5 Å, first oxygen",
            "nN",
            0.48,
            FORCE_SHARE * 0.48,
            silver.lift.forceAt(0.5)));
    double first = silver.lift.largestNanonewton(0, 1);
    silver.add(
        Finding.reported(
            "peak of the first oxygen",
            "nN",
            0.48,
            FORCE_SHARE * 0.48,
            first,
            "the reference gives its curve at 0.5 Å, past the peak at 0.4 Å: one oxygen alone, of"
                + " 0.318 eV at 1.48 Å, already needs 1.466 ε/d = 0.505 nN, and a second program,"
                + " another minimiser, gave 0.512 nN at 0.4 Å and 0.475 nN at 0.5 Å"));
    silver.range("peak of the second oxygen", 0.84, 0.89, silver.lift.largestNanonewton(3, 5.5));
    silver.position("peak of the second oxygen", 4.5, silver.lift.peakAngstrom(3, 5.5));
    silver.plateau(0.31, 0.39, 5, 8.5);
    silver.peak("peak of the last two oxygens", 0.89, 12.4, 11, TOP);
    silver.energy("work", 3.36, silver.lift.workEv());
    return silver.findings;
  }

  private void add(Finding finding) {
    findings.add(finding);
  }

  private void energy(String what, double expected, double got) {
    add(Finding.judged(what, "eV", expected, WORK_SHARE * Math.abs(expected), got));
  }

  private void height(String what, double expected, double got) {
    add(Finding.judged(what, "Å", expected, HEIGHT, got));
  }

  private void position(String what, double expected, double got) {
    add(Finding.judged("where: " + what, "Å", expected, POSITION, got));
  }

  private void peak(String what, double force, double height, double from, double to) {
    add(Finding.judged(what, "nN", force, FORCE_SHARE * force, lift.largestNanonewton(from, to)));
    position(what, height, lift.peakAngstrom(from, to));
  }

  /** A range of known values: its middle, and half of it as tolerance beside the 5 %. */
  private void range(String what, double low, double high, double got) {
    double middle = 0.5 * (low + high);
    double tolerance = 0.5 * (high - low) + FORCE_SHARE * middle;
    add(Finding.judged(what, "nN", middle, tolerance, got));
  }

  private void plateau(double low, double high, double from, double to) {
    String where = "plateau from " + from + " to " + to + " Å";
    range("smallest force on the " + where, low, high, lift.forceAt(lift.dipAngstrom(from, to)));
    range("largest force on the " + where, low, high, lift.largestNanonewton(from, to));
  }

  private void dip(double force, double low, double high) {
    double at = lift.dipAngstrom(9, 12);
    add(Finding.judged("dip", "nN", force, FORCE_SHARE * force, lift.forceAt(at)));
    add(Finding.judged("where: dip", "Å", 0.5 * (low + high), 0.5 * (high - low) + POSITION, at));
  }
}
