package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.ColourMap;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.MapFigure;

/** A force map as a figure, with the published path and where a tip's bond breaks, and a table. */
public final class ForceMapFigure {

  private static final int COLUMNS = 240;
  private static final int ROWS = 140;
  private static final double ROUND_NANONEWTON = 0.25;

  private ForceMapFigure() {}

  /** Every point of every lift. */
  public static CsvTable table(ForceMap map) {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("stretch", "%.3f"),
                new Column("height_angstrom", "%.1f"),
                new Column("lateral_angstrom", "%.4f"),
                new Column("force_nanonewton", "%.5f"),
                new Column("largest_force_so_far_nanonewton", "%.5f")));
    for (int i = 0; i < map.factors().length; i++) {
      double largest = 0;
      for (LiftPoint point : map.lifts().get(i).points()) {
        largest = Math.max(largest, point.forceNanonewton());
        table.add(
            map.factors()[i],
            point.heightAngstrom(),
            map.factors()[i] * ForceMap.publishedAngstrom(point.heightAngstrom()),
            point.forceNanonewton(),
            largest);
      }
    }
    return table;
  }

  /**
   * Writes the figure.
   *
   * @param strengthNanonewton of the bond whose breaking is marked
   */
  public static void write(Path file, ForceMap map, double strengthNanonewton) throws IOException {
    double widest = ForceMap.WIDEST * ForceMap.publishedAngstrom(LiftCurve.TOP_ANGSTROM);
    double[][] cells = new double[ROWS][COLUMNS];
    double largest = 0;
    for (int row = 0; row < ROWS; row++) {
      double height = (row + 0.5) / ROWS * LiftCurve.TOP_ANGSTROM;
      for (int column = 0; column < COLUMNS; column++) {
        double lateral = ((column + 0.5) / COLUMNS * 2 - 1) * widest;
        cells[row][column] = map.forceNanonewton(lateral, height);
        largest = Math.max(largest, Double.isNaN(cells[row][column]) ? 0 : cells[row][column]);
      }
    }
    double top = ROUND_NANONEWTON * Math.ceil(largest / ROUND_NANONEWTON);
    MapFigure.write(
        file,
        new ColourMap(
            Axis.linear(across(map.directionDegrees())).from(-widest, widest),
            Axis.linear("tip height above contact (Å)").from(0, LiftCurve.TOP_ANGSTROM),
            Axis.linear("force needed (nN)").from(0, top),
            cells,
            false,
            overlays(map, strengthNanonewton)));
  }

  private static String across(double degrees) {
    return degrees == 0
        ? "tip inward of contact (Å)"
        : String.format(Locale.ROOT, "tip from contact, at %.0f° to inward (Å)", degrees)
            .replace('-', '−');
  }

  private static List<Line> overlays(ForceMap map, double strengthNanonewton) {
    List<Line> overlays = new ArrayList<>();
    double[] heights = new double[141];
    double[] lateral = new double[heights.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = i / 10.0;
      lateral[i] = ForceMap.publishedAngstrom(heights[i]);
    }
    overlays.add(Line.of("published path", lateral, heights));
    double[] breaking = map.breakingHeights(strengthNanonewton);
    double[] where = new double[breaking.length];
    for (int i = 0; i < where.length; i++) {
      where[i] = map.factors()[i] * ForceMap.publishedAngstrom(breaking[i]);
    }
    overlays.add(
        Line.marks(
            String.format(Locale.ROOT, "a bond of %.2f nN breaks", strengthNanonewton),
            where,
            breaking));
    return overlays;
  }
}
