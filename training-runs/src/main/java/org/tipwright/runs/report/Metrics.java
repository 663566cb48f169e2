package org.tipwright.runs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a run's {@code metrics.csv}.
 *
 * @param columns name to values, one per round; NaN where a cell is empty
 */
record Metrics(Map<String, double[]> columns) {

  /**
   * Reads a file, up to its last whole line.
   *
   * @throws IOException if there is none, or a cell is not a number
   */
  static Metrics read(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    Map<String, double[]> columns = new LinkedHashMap<>();
    if (lines.isEmpty()) {
      return new Metrics(columns);
    }
    String[] names = lines.get(0).split(",", -1);
    for (String name : names) {
      columns.put(name, new double[lines.size() - 1]);
    }
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",", -1);
      for (int i = 0; i < names.length; i++) {
        values(columns, names[i])[row - 1] = number(file, row, i < cells.length ? cells[i] : "");
      }
    }
    return new Metrics(columns);
  }

  /** The metrics of a run that has not played a round. */
  static Metrics none() {
    return new Metrics(Map.of());
  }

  /** The values of a column; none where there is no such column. */
  double[] column(String name) {
    return values(columns, name);
  }

  /** A column against another, without the rounds where one of them is empty. */
  Curve curve(String label, String x, String y) {
    double[] xs = column(x);
    double[] ys = column(y);
    double[][] points = new double[2][Math.min(xs.length, ys.length)];
    int count = 0;
    for (int i = 0; i < points[0].length; i++) {
      if (!Double.isNaN(xs[i]) && !Double.isNaN(ys[i])) {
        points[0][count] = xs[i];
        points[1][count++] = ys[i];
      }
    }
    return new Curve(label, Arrays.copyOf(points[0], count), Arrays.copyOf(points[1], count));
  }

  private static double[] values(Map<String, double[]> columns, String name) {
    double[] values = columns.get(name);
    return values == null ? new double[0] : values;
  }

  private static double number(Path file, int row, String cell) throws IOException {
    try {
      return cell.isBlank() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException notANumber) {
      throw new IOException(
          file + " line " + (row + 1) + ": '" + cell + "' is not a number", notANumber);
    }
  }
}
