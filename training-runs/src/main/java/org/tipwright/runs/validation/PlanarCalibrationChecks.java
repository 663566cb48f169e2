package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftModel;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

/**
 * How far the planar engine is off the molecular one, for the parameters that training uses and for
 * the calibrated ones. Nothing is judged: a plane cannot be the whole molecule.
 */
final class PlanarCalibrationChecks {

  private static final int IN_LAYER = 0;
  private static final int ALONE = 7;

  /** No path here breaks a bond of 3 eV and 3.75 nN. */
  private static final double BOND_EV = 3;

  private static final double BOND_NANONEWTON = 3.75;
  private static final double TIP_NEWTON_PER_METRE = 100;
  private static final double SIDEWAYS_ANGSTROM = 2;

  private PlanarCalibrationChecks() {}

  static List<Check> all() {
    return List.of(
        new Check(
            "planar chain: calibration",
            "the molecular engine; the calibrated set was fitted to most of this table",
            PlanarCalibrationChecks::compare));
  }

  /** An engine and its energy, which engines tell each in their own way. */
  private record Engine<M extends LiftModel>(M model, ToDoubleFunction<M> energy) {

    double energyEv() {
      return energy.applyAsDouble(model);
    }
  }

  /** What is compared. */
  private interface Quantity {

    double of(Engine<?> engine) throws NotConverged;
  }

  private static List<Finding> compare() throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    add(findings, "effective adhesion: work of a lift, alone", "eV", e -> workEv(e, ALONE));
    add(findings, "work of a lift out of the layer", "eV", e -> workEv(e, IN_LAYER));
    add(
        findings,
        "pinning: worst force straight up, alone",
        "nN",
        e -> worst(e, ALONE, LateralPath.up()));
    for (int height : new int[] {1, 2, 4}) {
      add(
          findings,
          "out of plane: mean force over 2 Å at " + height + " Å of height",
          "nN",
          e -> across(e, height));
    }
    add(
        findings,
        "worst force in the layer, straight up",
        "nN",
        e -> worst(e, IN_LAYER, LateralPath.up()));
    for (int degrees : new int[] {0, 45, 90, 180}) {
      LateralPath left = LateralPath.published(StrictMath.toRadians(degrees));
      LateralPath right = LateralPath.published(-StrictMath.toRadians(degrees));
      add(
          findings,
          "worst force in the layer, published path " + degrees + "° off inward, either side",
          "nN",
          e -> 0.5 * (worst(e, IN_LAYER, left) + worst(e, IN_LAYER, right)));
    }
    return findings;
  }

  private static void add(List<Finding> findings, String quantity, String unit, Quantity measured)
      throws NotConverged {
    double known =
        measured.of(
            new Engine<>(
                new MolecularLift(
                    MolecularSettings.ptcda(Substrate.silver())
                        .withTip(BOND_EV, TIP_NEWTON_PER_METRE)),
                MolecularLift::energyEv));
    double training = measured.of(plane(PlanarMolecule.ptcdaOnSilver()));
    double calibrated = measured.of(plane(PlanarMolecule.ptcdaOnSilverCalibrated()));
    findings.add(finding(quantity + "; as trained with", unit, known, training));
    findings.add(finding(quantity + "; calibrated", unit, known, calibrated));
  }

  private static Engine<PlanarLift> plane(PlanarMolecule chain) {
    return new Engine<>(new PlanarLift(chain.withTipBondEv(BOND_EV)), PlanarLift::energyEv);
  }

  private static Finding finding(String quantity, String unit, double known, double got) {
    String remark = String.format(Locale.ROOT, "error %+.0f %%", 100 * (got / known - 1));
    return Finding.reported(quantity, unit, known, 0.15 * StrictMath.abs(known), got, remark);
  }

  /** Of two neighbouring corners, on the average. */
  private static double worst(Engine<?> engine, int missing, LateralPath path) throws NotConverged {
    double sum = 0;
    for (int corner = 0; corner < 2; corner++) {
      sum += lift(engine, missing, corner, path);
    }
    return sum / 2;
  }

  private static double lift(Engine<?> engine, int missing, int corner, LateralPath path)
      throws NotConverged {
    LiftModel model = engine.model();
    model.place(new LiftSite(0, corner, missing, BOND_NANONEWTON));
    double worst = 0;
    for (int i = 1; i <= 140; i++) {
      double height = 0.1 * i;
      model.moveTip(path.xAt(height), path.yAt(height), height);
      worst = StrictMath.max(worst, model.tipForceNanonewton());
    }
    return worst;
  }

  /** By how much 14 Å straight up raise the energy; the bond ends as it began, unstretched. */
  private static double workEv(Engine<?> engine, int missing) throws NotConverged {
    engine.model().place(new LiftSite(0, 0, missing, BOND_NANONEWTON));
    double before = engine.energyEv();
    for (int i = 1; i <= 140; i++) {
      engine.model().moveTip(0, 0, 0.1 * i);
    }
    return engine.energyEv() - before;
  }

  /** Work across the plane, of both sides and two corners on the average, by the way. */
  private static double across(Engine<?> engine, double height) throws NotConverged {
    double sum = 0;
    for (int corner = 0; corner < 2; corner++) {
      for (int side = -1; side <= 1; side += 2) {
        LiftModel model = engine.model();
        model.place(new LiftSite(0, corner, IN_LAYER, BOND_NANONEWTON));
        int steps = (int) StrictMath.rint(height / 0.1);
        for (int i = 1; i <= steps; i++) {
          model.moveTip(0, 0, 0.1 * i);
        }
        double before = engine.energyEv();
        for (int i = 1; i <= 10; i++) {
          model.moveTip(0, side * SIDEWAYS_ANGSTROM * i / 10, height);
        }
        sum += engine.energyEv() - before;
      }
    }
    return sum / 4 / SIDEWAYS_ANGSTROM * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
  }
}
