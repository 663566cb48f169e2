package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;

/**
 * Reads a path of the tip from CSV with a header that names the columns {@code height_angstrom},
 * {@code inward_angstrom} and {@code sideways_angstrom}, the last of which may be missing: the
 * table that a lift curve writes can be read again. Between rows the path is straight.
 */
public final class LiftPathFile {

  private static final String HEIGHT = "height_angstrom";
  private static final String INWARD = "inward_angstrom";
  private static final String SIDEWAYS = "sideways_angstrom";

  /** No lift is wider than this; a longer path is in the wrong unit. */
  private static final double WIDEST_ANGSTROM = 100;

  private final Path file;
  private final List<String> lines;

  private LiftPathFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The path in a file, named after it.
   *
   * @throws IllegalArgumentException if it holds no path, naming file, line and mend
   */
  public static LiftPath read(Path file) throws IOException {
    try {
      return new LiftPathFile(file, Files.readAllLines(file)).parse();
    } catch (CharacterCodingException binary) {
      throw new IllegalArgumentException("path file '" + file + "' is not text", binary);
    }
  }

  private LiftPath parse() {
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
    int height = header.indexOf(HEIGHT);
    int inward = header.indexOf(INWARD);
    int sideways = header.indexOf(SIDEWAYS);
    if (height < 0 || inward < 0) {
      throw bad(1, "must name the columns " + HEIGHT + "," + INWARD + "," + SIDEWAYS);
    }
    int rows = lines.size() - 1;
    double[] z = new double[rows];
    double[] x = new double[rows];
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      List<String> cells = cells(lines.get(i + 1));
      if (cells.size() != header.size()) {
        throw bad(i + 2, "has " + cells.size() + " columns but the header names " + header.size());
      }
      z[i] = number(cells.get(height), i + 2);
      x[i] = number(cells.get(inward), i + 2);
      y[i] = sideways < 0 ? 0 : number(cells.get(sideways), i + 2);
      if (i > 0 && z[i] <= z[i - 1]) {
        throw bad(i + 2, "must be higher than the line before it: a lift only rises");
      }
    }
    if (rows < 2 || z[0] != 0 || x[0] != 0 || y[0] != 0) {
      throw bad(2, "must be contact, 0,0,0, and be followed by at least one more");
    }
    String name = String.valueOf(file.getFileName());
    return new LiftPath(name.replace(",", " "), new LateralPath(z, x, y));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private double number(String cell, int line) {
    try {
      double number = Double.parseDouble(cell);
      if (Math.abs(number) <= WIDEST_ANGSTROM) {
        return number;
      }
    } catch (NumberFormatException word) {
      throw bad(line, "holds '" + cell + "' where a number in Å is wanted");
    }
    throw bad(line, "holds '" + cell + "', which is no length of a lift in Å");
  }

  private IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException("path file '" + file + "' line " + line + " " + what);
  }
}
