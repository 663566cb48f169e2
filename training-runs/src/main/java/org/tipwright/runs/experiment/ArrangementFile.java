package org.tipwright.runs.experiment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;

/**
 * Reads an arrangement of adsorbates from CSV: one adsorbate per row, the columns {@code
 * kind,x_angstrom,y_angstrom,angle_degrees}. The kinds are adatom, CO and PTCDA.
 */
public final class ArrangementFile {

  private static final List<String> COLUMNS =
      List.of("kind", "x_angstrom", "y_angstrom", "angle_degrees");

  private static final double FARTHEST_ANGSTROM = 10_000;

  private final Path file;

  private ArrangementFile(Path file) {
    this.file = file;
  }

  /**
   * The adsorbates of a file.
   *
   * @throws IllegalArgumentException if it holds no arrangement, naming file, line and mend
   */
  public static List<Adsorbate> read(Path file) throws IOException {
    try {
      return new ArrangementFile(file).parse(Files.readAllLines(file));
    } catch (CharacterCodingException binary) {
      throw new IllegalArgumentException("arrangement file '" + file + "' is not text", binary);
    }
  }

  /** The kinds by name. */
  static Map<String, AdsorbateKind> kinds() {
    Map<String, AdsorbateKind> kinds = new TreeMap<>();
    for (AdsorbateKind kind :
        List.of(AdsorbateKind.adatom(), AdsorbateKind.carbonMonoxide(), AdsorbateKind.ptcda())) {
      kinds.put(kind.name(), kind);
    }
    return kinds;
  }

  private List<Adsorbate> parse(List<String> lines) {
    if (lines.isEmpty() || !cells(lines.get(0)).equals(COLUMNS)) {
      throw bad(1, "must be " + String.join(",", COLUMNS));
    }
    Map<String, AdsorbateKind> kinds = kinds();
    List<Adsorbate> adsorbates = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.size() != COLUMNS.size()) {
        throw bad(i + 1, "has " + cells.size() + " columns; give " + COLUMNS.size());
      }
      AdsorbateKind kind = kinds.get(cells.get(0));
      if (kind == null) {
        throw bad(
            i + 1,
            "has an unknown kind '"
                + cells.get(0)
                + "'; the kinds are "
                + String.join(", ", kinds.keySet()));
      }
      adsorbates.add(
          Adsorbate.of(
              kind,
              number(cells.get(1), i + 1),
              number(cells.get(2), i + 1),
              StrictMath.toRadians(number(cells.get(3), i + 1))));
    }
    return adsorbates;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private double number(String cell, int line) {
    try {
      double number = Double.parseDouble(cell);
      if (Math.abs(number) <= FARTHEST_ANGSTROM) {
        return number;
      }
    } catch (NumberFormatException word) {
      throw bad(line, "holds '" + cell + "' where a number is wanted");
    }
    throw bad(line, "holds '" + cell + "', which is on no surface that can be scanned");
  }

  private IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException(
        "arrangement file '" + file + "' line " + line + " " + what);
  }
}
