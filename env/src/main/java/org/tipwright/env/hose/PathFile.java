package org.tipwright.env.hose;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads someone's own path: three columns x y z in Å, separated by white space, taken relative to
 * the first row. Empty lines and lines that start with {@code #} are skipped. Rows are joined by
 * straight lines; above the last row the path goes on straight if it rises there.
 */
final class PathFile {

  /** No lift is wider than this; a longer path is in the wrong unit. */
  private static final double WIDEST_ANGSTROM = 100;

  private final String file;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private PathFile(String file) {
    this.file = file;
  }

  /**
   * What a file says.
   *
   * @throws IllegalArgumentException if it cannot be read, naming file and mend
   */
  static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (NoSuchFileException missing) {
      throw bad(
          file, "does not exist; give the file's path from where the program was started", missing);
    } catch (MalformedInputException binary) {
      throw bad(file, "is not a text file; give three columns x y z in Å", binary);
    } catch (IOException unreadable) {
      throw bad(file, "cannot be read (" + unreadable + "); mend its access", unreadable);
    }
  }

  /**
   * The path in a file.
   *
   * @param file its name, for messages
   * @param text what it says
   * @param flipZ whether z counts downwards in the file
   * @param planeAzimuthDegrees azimuth of the vertical plane through the first row on which the
   *     path is projected; NaN leaves it as it is
   * @throws IllegalArgumentException if the file does not hold a path, naming file, line and mend
   */
  static HosePath path(String file, String text, boolean flipZ, double planeAzimuthDegrees) {
    PathFile pathFile = new PathFile(file);
    pathFile.read(text.lines().toList());
    return pathFile.draw(flipZ, planeAzimuthDegrees);
  }

  private void read(List<String> text) {
    for (int i = 0; i < text.size(); i++) {
      String row = text.get(i).strip();
      if (!row.isEmpty() && !row.startsWith("#")) {
        rows.add(numbers(row, i + 1));
        lines.add(i + 1);
      }
    }
    if (rows.size() < 2) {
      throw bad(
          file, "holds " + rows.size() + " rows; a path needs two or more rows x y z in Å", null);
    }
  }

  private double[] numbers(String row, int line) {
    String[] columns = row.split("\\s+", -1);
    if (columns.length != 3) {
      throw bad(line, "has " + columns.length + " columns; give three, x y z in Å");
    }
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      try {
        numbers[i] = Double.parseDouble(columns[i]);
      } catch (NumberFormatException word) {
        throw bad(line, "has '" + columns[i] + "' where a number in Å should stand");
      }
      if (!Double.isFinite(numbers[i])) {
        throw bad(line, "has '" + columns[i] + "' where a finite number in Å should stand");
      }
    }
    return numbers;
  }

  private HosePath draw(boolean flipZ, double planeAzimuthDegrees) {
    double azimuth = StrictMath.toRadians(planeAzimuthDegrees);
    double cos = StrictMath.cos(azimuth);
    double sin = StrictMath.sin(azimuth);
    boolean project = !Double.isNaN(planeAzimuthDegrees);
    HosePathBuilder builder = new HosePathBuilder();
    double[] before = new double[3];
    double[] rise = new double[3];
    double top = 0;
    for (int i = 1; i < rows.size(); i++) {
      double[] at = new double[3];
      for (int axis = 0; axis < 3; axis++) {
        at[axis] = rows.get(i)[axis] - rows.get(0)[axis];
        if (StrictMath.abs(at[axis]) > WIDEST_ANGSTROM) {
          throw bad(
              lines.get(i),
              "is " + at[axis] + " from the first row, over 100; give all columns in Å");
        }
      }
      at[2] = flipZ ? -at[2] : at[2];
      if (project) {
        double along = at[0] * cos + at[1] * sin;
        at[0] = along * cos;
        at[1] = along * sin;
      }
      if (at[0] != before[0] || at[1] != before[1] || at[2] != before[2]) {
        builder.lineTo(at[0], at[1], at[2]);
        rise = new double[] {at[0] - before[0], at[1] - before[1], at[2] - before[2]};
        before = at;
      }
      top = StrictMath.max(top, at[2]);
    }
    if (top < HoseCorridor.SUCCESS_TENTHS / 10.0) {
      throw bad(
          lines.get(lines.size() - 1),
          "ends a path that rises only "
              + top
              + " Å; it has to reach 14 Å: add rows, or set path-flip-z if z counts downwards");
    }
    double missing = PublishedPath.TOP_ANGSTROM - before[2];
    if (rise[2] > 0 && missing > 0) {
      double times = missing / rise[2];
      builder.lineTo(
          before[0] + times * rise[0], before[1] + times * rise[1], PublishedPath.TOP_ANGSTROM);
    }
    return builder.build();
  }

  private IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException("path-file '" + file + "' line " + line + " " + what);
  }

  private static IllegalArgumentException bad(String file, String what, @Nullable Throwable cause) {
    return new IllegalArgumentException("path-file '" + file + "' " + what, cause);
  }
}
