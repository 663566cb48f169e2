package org.tipwright.runs.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.runs.directory.SafeFile;

/** A table of numbers as CSV: one header row with units in the names, then rows, in US notation. */
public final class CsvTable {

  private final List<Column> columns;
  private final StringBuilder text = new StringBuilder();

  /**
   * One column.
   *
   * @param name with the unit as its last word, such as {@code height_angstrom}
   * @param format of {@link String#format}, such as {@code %.3f} or {@code %s}
   */
  public record Column(String name, String format) {}

  /** An empty table. */
  public CsvTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.name()));
    text.append(String.join(",", names)).append('\n');
  }

  /** Adds a row with one value for each column; text must be free of commas. */
  public void add(Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          values.length + " values for a table of " + columns.size() + " columns");
    }
    for (int i = 0; i < values.length; i++) {
      String cell = String.format(Locale.ROOT, columns.get(i).format(), values[i]);
      if (cell.indexOf(',') >= 0) {
        throw new IllegalArgumentException("a cell of a CSV table must not hold a comma: " + cell);
      }
      text.append(i == 0 ? "" : ",").append(cell);
    }
    text.append('\n');
  }

  /** The whole table. */
  public String text() {
    return text.toString();
  }

  /** Writes the table in UTF-8. */
  public void write(Path file) throws IOException {
    SafeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
