package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.lattice.LateralExpansion;
import org.tipwright.physics.lattice.LatticePotential;
import org.tipwright.physics.slide.SlidingAdsorbate;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.ColourMap;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.MapFigure;

/**
 * The energy of one adsorbate over the lattice and under a tip, wherever it may lie.
 *
 * @param tipXAngstrom where the tip is, likewise {@code tipYAngstrom}
 * @param halfAngstrom half the edge of the square around the tip
 * @param energiesEv relative to the lowest, by row from the lowest y up
 */
public record Landscape(
    double tipXAngstrom, double tipYAngstrom, double halfAngstrom, double[][] energiesEv) {

  /** Odd, so that a minimum under the tip lies in the middle of a cell. */
  private static final int CELLS = 201;

  /** Computes a square around the tip. */
  public static Landscape of(
      SlidingAdsorbate adsorbate,
      double tipXAngstrom,
      double tipYAngstrom,
      double tipHeightAngstrom,
      double halfAngstrom) {
    LatticePotential lattice = adsorbate.lattice();
    LateralExpansion sum = new LateralExpansion();
    double[][] energies = new double[CELLS][CELLS];
    double lowest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < CELLS; row++) {
      double dy = place(row, halfAngstrom);
      for (int column = 0; column < CELLS; column++) {
        double dx = place(column, halfAngstrom);
        sum.clear();
        lattice.addTo(sum, tipXAngstrom + dx, tipYAngstrom + dy);
        adsorbate.tip().addTo(sum, dx, dy, tipHeightAngstrom);
        energies[row][column] = sum.energyEv();
        lowest = Math.min(lowest, sum.energyEv());
      }
    }
    for (double[] row : energies) {
      for (int column = 0; column < CELLS; column++) {
        row[column] -= lowest;
      }
    }
    return new Landscape(tipXAngstrom, tipYAngstrom, halfAngstrom, energies);
  }

  /** Centre of a cell relative to the tip. */
  private static double place(int cell, double half) {
    return ((cell + 0.5) / CELLS * 2 - 1) * half;
  }

  /** Every cell. */
  public CsvTable table() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("x_angstrom", "%.4f"),
                new Column("y_angstrom", "%.4f"),
                new Column("energy_electronvolt", "%.6f")));
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        table.add(
            tipXAngstrom + place(column, halfAngstrom),
            tipYAngstrom + place(row, halfAngstrom),
            energiesEv[row][column]);
      }
    }
    return table;
  }

  /** Writes the figure, the minima and the tip marked. */
  public void write(Path file) throws IOException {
    double highest = 0;
    List<double[]> minima = new ArrayList<>();
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        highest = Math.max(highest, energiesEv[row][column]);
        if (isMinimum(row, column)) {
          minima.add(
              new double[] {
                tipXAngstrom + place(column, halfAngstrom), tipYAngstrom + place(row, halfAngstrom)
              });
        }
      }
    }
    List<Line> marks = new ArrayList<>();
    marks.add(Line.marks("tip", new double[] {tipXAngstrom}, new double[] {tipYAngstrom}));
    if (!minima.isEmpty()) {
      marks.add(
          Line.marks(
              "minima",
              minima.stream().mapToDouble(m -> m[0]).toArray(),
              minima.stream().mapToDouble(m -> m[1]).toArray()));
    }
    MapFigure.write(
        file,
        new ColourMap(
            Axis.linear("x (Å)").from(tipXAngstrom - halfAngstrom, tipXAngstrom + halfAngstrom),
            Axis.linear("y (Å)").from(tipYAngstrom - halfAngstrom, tipYAngstrom + halfAngstrom),
            Axis.linear("energy (eV)").from(0, highest),
            energiesEv,
            true,
            marks));
  }

  private boolean isMinimum(int row, int column) {
    for (int up = -1; up <= 1; up++) {
      for (int across = -1; across <= 1; across++) {
        int r = row + up;
        int c = column + across;
        if (r < 0 || c < 0 || r >= CELLS || c >= CELLS) {
          return false;
        }
        if ((up != 0 || across != 0) && energiesEv[r][c] <= energiesEv[row][column]) {
          return false;
        }
      }
    }
    return true;
  }
}
