package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.slide.DragTrace;
import org.tipwright.physics.slide.JunctionHeight;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.LineFigure;
import org.tipwright.runs.figure.Panel;

/**
 * A drag as a figure, force above the adsorbate's way above the current, and as a table.
 *
 * @param trace the drag
 * @param startXAngstrom where the adsorbate's way is counted from
 * @param startYAngstrom the same
 * @param azimuthRadians direction of the drag
 * @param junction which current flows through the adsorbate
 * @param biasVolt that drives it
 */
public record DragFigure(
    DragTrace trace,
    double startXAngstrom,
    double startYAngstrom,
    double azimuthRadians,
    JunctionHeight junction,
    double biasVolt) {

  private static final double PICONEWTON_PER_NANONEWTON = 1e3;

  /** Every point of the trace. */
  public CsvTable table() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("tip_way_angstrom", "%.4f"),
                new Column("adsorbate_way_angstrom", "%.5f"),
                new Column("adsorbate_x_angstrom", "%.5f"),
                new Column("adsorbate_y_angstrom", "%.5f"),
                new Column("force_along_piconewton", "%.4f"),
                new Column("force_across_piconewton", "%.4f"),
                new Column("force_vertical_piconewton", "%.4f"),
                new Column("current_nanoampere", "%.5e"),
                new Column("energy_electronvolt", "%.6f")));
    for (DragTrace.Point point : trace.points()) {
      table.add(
          point.wayAngstrom(),
          way(point),
          point.adsorbateXAngstrom(),
          point.adsorbateYAngstrom(),
          PICONEWTON_PER_NANONEWTON * point.alongNanonewton(),
          PICONEWTON_PER_NANONEWTON * point.acrossNanonewton(),
          PICONEWTON_PER_NANONEWTON * point.verticalNanonewton(),
          current(point),
          point.energyEv());
    }
    return table;
  }

  /** Writes the figure. */
  public void write(Path file) throws IOException {
    List<Line> forces = new ArrayList<>();
    List<Line> ways = new ArrayList<>();
    List<Line> currents = new ArrayList<>();
    double[] tip = trace.points().stream().mapToDouble(DragTrace.Point::wayAngstrom).toArray();
    forces.add(
        Line.of(
            "force",
            tip,
            trace.points().stream()
                .mapToDouble(p -> PICONEWTON_PER_NANONEWTON * p.alongNanonewton())
                .toArray()));
    ways.add(Line.of("adsorbate", tip, trace.points().stream().mapToDouble(this::way).toArray()));
    currents.add(
        Line.of("current", tip, trace.points().stream().mapToDouble(this::current).toArray()));
    Axis below = Axis.linear("way of the tip (Å)").from(0, tip[tip.length - 1]);
    LineFigure.write(
        file,
        List.of(
            new Panel(below, Axis.linear("force on tip (pN)"), forces, 520),
            new Panel(below, Axis.linear("adsorbate at (Å)"), ways, 460),
            new Panel(below, Axis.linear("current (nA)"), currents, 560)));
  }

  private double way(DragTrace.Point point) {
    return (point.adsorbateXAngstrom() - startXAngstrom) * StrictMath.cos(azimuthRadians)
        + (point.adsorbateYAngstrom() - startYAngstrom) * StrictMath.sin(azimuthRadians);
  }

  private double current(DragTrace.Point point) {
    return junction.currentNanoampere(point.tipDistanceAngstrom(), biasVolt);
  }
}
