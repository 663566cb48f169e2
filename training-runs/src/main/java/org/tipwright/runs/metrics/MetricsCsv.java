package org.tipwright.runs.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.tipwright.runs.directory.SafeFile;

/**
 * {@code metrics.csv}: a line of column names, then a line per round, each on disk when written.
 */
public final class MetricsCsv {

  private final Path file;

  /** The file need not exist yet. */
  public MetricsCsv(Path file) {
    this.file = file;
  }

  /** Appends one row. */
  public void append(RoundMetrics row) throws IOException {
    String line =
        row.columns().values().stream().map(MetricsCsv::cell).collect(Collectors.joining(","));
    if (!Files.exists(file)) {
      line = String.join(",", row.columns().keySet()) + "\n" + line;
    }
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Waits until every row is on disk. */
  public void force() throws IOException {
    if (Files.exists(file)) {
      SafeFile.force(file);
    }
  }

  /**
   * Cuts every row after {@code round}, and what a crash left unfinished.
   *
   * @return the value of {@code wall_seconds} in the last row left, 0 if there is none
   */
  public double cutAfter(long round) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file);
    List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    List<String> kept =
        whole.stream().skip(1).takeWhile(row -> Long.parseLong(cells(row)[0]) <= round).toList();
    if (kept.isEmpty()) {
      Files.delete(file);
      return 0;
    }
    String lines = whole.get(0) + "\n" + String.join("\n", kept) + "\n";
    SafeFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
    String[] last = cells(kept.get(kept.size() - 1));
    return Double.parseDouble(last[last.length - 2]);
  }

  private static String[] cells(String row) {
    return row.split(",", -1);
  }

  private static String cell(Number value) {
    return value instanceof Double number && number.isNaN() ? "" : value.toString();
  }
}
