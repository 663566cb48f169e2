package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.LineFigure;
import org.tipwright.runs.figure.Panel;

/** Lift curves as a figure, force above current, and as a table. */
public final class LiftCurveFigure {

  private static final Axis HEIGHT =
      Axis.linear("tip height above contact (Å)").from(0, LiftCurve.TOP_ANGSTROM);

  private LiftCurveFigure() {}

  /** Every point of every curve, the curve's name in the first column. */
  public static CsvTable table(List<LiftCurve> curves) {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("curve", "%s"),
                new Column("height_angstrom", "%.1f"),
                new Column("inward_angstrom", "%.4f"),
                new Column("sideways_angstrom", "%.4f"),
                new Column("force_nanonewton", "%.5f"),
                new Column("stiffness_newton_per_metre", "%.4f"),
                new Column("frequency_shift_hertz", "%.3f"),
                new Column("current_nanoampere", "%.5e"),
                new Column("bond_intact", "%d"),
                new Column("free_of_site", "%d")));
    for (LiftCurve curve : curves) {
      for (LiftPoint point : curve.points()) {
        table.add(
            curve.label().replace(",", ""),
            point.heightAngstrom(),
            point.inwardAngstrom(),
            point.sidewaysAngstrom(),
            point.forceNanonewton(),
            point.stiffnessNewtonPerMetre(),
            point.frequencyShiftHertz(),
            point.currentNanoampere(),
            point.bondIntact() ? 1 : 0,
            point.freeOfSite() ? 1 : 0);
      }
    }
    return table;
  }

  /** Writes the figure. */
  public static void write(Path file, List<LiftCurve> curves) throws IOException {
    Axis force = Axis.linear("force on the bond (nN)");
    Axis current = Axis.logarithmic("current (nA)");
    List<Line> forces = lines(curves, LiftPoint::forceNanonewton);
    List<Line> currents = lines(curves, LiftPoint::currentNanoampere);
    LineFigure.write(
        file,
        List.of(
            new Panel(HEIGHT, force.fromZero(), forces, 620),
            new Panel(HEIGHT, current, currents, 560)));
  }

  private static List<Line> lines(List<LiftCurve> curves, ToDoubleFunction<LiftPoint> quantity) {
    List<Line> lines = new ArrayList<>();
    for (LiftCurve curve : curves) {
      double[] heights = curve.values(LiftPoint::heightAngstrom);
      lines.add(Line.of(curve.label(), heights, curve.values(quantity)));
    }
    return lines;
  }
}
