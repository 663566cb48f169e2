package org.tipwright.runs.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.junction.MolecularJunction;
import org.tipwright.physics.junction.QPlusSensor;
import org.tipwright.physics.lift.LiftModel;

/**
 * One lift along a path, point by point from contact; it ends at the top or with the point after a
 * rupture.
 *
 * @param label engine and path
 * @param points in the order of the lift
 */
public record LiftCurve(String label, List<LiftPoint> points) {

  /** Rise between two points in Å: that of a move of the lift task. */
  public static final double STEP_ANGSTROM = 0.1;

  /** The published end mark in Å. */
  public static final double TOP_ANGSTROM = 14;

  public LiftCurve {
    points = List.copyOf(points);
  }

  /**
   * Lifts a fresh molecule.
   *
   * @param biasVolt voltage between tip and metal
   * @throws NotConverged if the engine finds no relaxed state
   */
  public static LiftCurve measure(
      String label, LiftEngine.Junction junction, LateralPath path, double biasVolt)
      throws NotConverged {
    LiftModel model = junction.model();
    model.place(junction.site());
    List<LiftPoint> points = new ArrayList<>();
    points.add(point(model, 0, 0, 0, biasVolt));
    int steps = (int) StrictMath.rint(TOP_ANGSTROM / STEP_ANGSTROM);
    for (int i = 1; i <= steps && model.bondIntact(); i++) {
      double height = i / 10.0;
      double x = path.xAt(height);
      double y = path.yAt(height);
      model.moveTip(x, y, height);
      points.add(point(model, x, y, height, biasVolt));
    }
    return new LiftCurve(label, points);
  }

  private static LiftPoint point(LiftModel model, double x, double y, double z, double biasVolt) {
    MolecularJunction junction = MolecularJunction.ptcdaOnSilver();
    double nanosiemens =
        model.bondIntact()
            ? junction.bondedNanosiemens(z, model.bondStretchAngstrom())
            : junction.rupturedNanosiemens(z);
    double stiffness = model.verticalStiffnessNewtonPerMetre();
    return new LiftPoint(
        z,
        x,
        y,
        model.tipForceNanonewton(),
        stiffness,
        QPlusSensor.common().frequencyShiftHertz(stiffness),
        nanosiemens * biasVolt,
        model.bondIntact(),
        model.freeOfSite());
  }

  /** One quantity at every point. */
  public double[] values(ToDoubleFunction<LiftPoint> quantity) {
    return points.stream().mapToDouble(quantity).toArray();
  }

  /** Whether the tip lost the molecule. */
  public boolean ruptured() {
    return !points.get(points.size() - 1).bondIntact();
  }

  /**
   * The largest force in nN from above {@code low} (from contact, if that is 0) to {@code high}, in
   * Å; NaN if the lift ended before.
   */
  public double largestForceNanonewton(double low, double high) {
    return points.stream()
        .filter(point -> point.heightAngstrom() > low || low == 0)
        .filter(point -> point.heightAngstrom() <= high && point.bondIntact())
        .mapToDouble(LiftPoint::forceNanonewton)
        .max()
        .orElse(Double.NaN);
  }
}
