package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.Scan;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.SurfaceState;
import org.tipwright.physics.scan.TipShape;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.ColourMap;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.MapFigure;

/**
 * An image of an arrangement of adsorbates, as a figure and as a table.
 *
 * @param frame of the image
 * @param constantCurrent whether values are heights in Å, else currents in nA
 * @param values pixel by pixel; heights count from that of the bare terrace
 */
public record ScanImage(ScanFrame frame, boolean constantCurrent, double[] values) {

  /**
   * A terrace to image.
   *
   * @param gap how the current falls with height, from point contact with the metal
   * @param biasVolt at the sample
   * @param state the surface state, or null for none
   */
  public record Terrace(TunnellingGap gap, double biasVolt, @Nullable SurfaceState state) {}

  /** The image with the feedback closed. */
  public static ScanImage constantCurrent(
      Terrace terrace,
      List<Adsorbate> arrangement,
      TipShape tip,
      ScanFrame frame,
      double setpointNanoampere) {
    double[] heights = new double[frame.pixels()];
    ImagedSurface surface = surface(terrace, arrangement);
    new Scan(frame, tip).constantCurrent(surface, setpointNanoampere, heights);
    double bare = terrace.gap().heightAngstrom(setpointNanoampere / Math.abs(terrace.biasVolt()));
    for (int i = 0; i < heights.length; i++) {
      heights[i] -= bare;
    }
    return new ScanImage(frame, true, heights);
  }

  /** The image with the feedback open. */
  public static ScanImage constantHeight(
      Terrace terrace,
      List<Adsorbate> arrangement,
      TipShape tip,
      ScanFrame frame,
      double heightAngstrom) {
    double[] currents = new double[frame.pixels()];
    new Scan(frame, tip).constantHeight(surface(terrace, arrangement), heightAngstrom, currents);
    return new ScanImage(frame, false, currents);
  }

  private static ImagedSurface surface(Terrace terrace, List<Adsorbate> arrangement) {
    ImagedSurface surface = new ImagedSurface(terrace.gap(), terrace.biasVolt(), terrace.state());
    surface.place(arrangement);
    return surface;
  }

  /** The image pixel by pixel. */
  public CsvTable table() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("x_angstrom", "%.4f"),
                new Column("y_angstrom", "%.4f"),
                constantCurrent
                    ? new Column("height_angstrom", "%.5f")
                    : new Column("current_nanoampere", "%.6e")));
    for (int row = 0; row < frame.rows(); row++) {
      for (int column = 0; column < frame.columns(); column++) {
        table.add(
            frame.xAngstrom(column), frame.yAngstrom(row), values[row * frame.columns() + column]);
      }
    }
    return table;
  }

  /** Writes the figure. */
  public void write(Path file) throws IOException {
    double[][] cells = new double[frame.rows()][frame.columns()];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      cells[i / frame.columns()][i % frame.columns()] = values[i];
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    double half = frame.pixelAngstrom() / 2;
    Axis value =
        Axis.linear(constantCurrent ? "apparent height (Å)" : "current (nA)")
            .from(low, high > low ? high : low + 1);
    MapFigure.write(
        file,
        new ColourMap(
            Axis.linear("x (Å)")
                .from(frame.leftAngstrom() - half, frame.xAngstrom(frame.columns() - 1) + half),
            Axis.linear("y (Å)")
                .from(frame.bottomAngstrom() - half, frame.yAngstrom(frame.rows() - 1) + half),
            value,
            cells,
            true,
            List.of()));
  }
}
