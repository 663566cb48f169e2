package org.tipwright.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file with a line for each trial that is over, so that a campaign that was ended goes on with
 * those that are left.
 */
final class FaultJournal {

  private static final String TAB = "\t";

  /** Told of the trials of an earlier run. */
  interface Reader {
    void ended(FaultTrial trial);

    void failed(Fault fault, double afterMillis, String why);
  }

  private final Path file;

  FaultJournal(Path file) {
    this.file = file;
  }

  /** A trial that ended as it has to. */
  void add(FaultTrial trial) throws IOException {
    write(
        trial.fault(),
        trial.afterMillis(),
        trial.landing(),
        trial.detectedMillis(),
        trial.orderedMillis(),
        trial.upMillis(),
        trial.overTravelAngstrom(),
        trial.touches(),
        trial.reason().replaceAll("\\s+", " "));
  }

  /** A trial that did not; {@code why} is one line. */
  void failed(Fault fault, double afterMillis, String why) throws IOException {
    write(fault, afterMillis, why);
  }

  private synchronized void write(Object... columns) throws IOException {
    List<String> words = List.of(columns).stream().map(String::valueOf).toList();
    Files.writeString(
        file, String.join(TAB, words) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Reads what is there; nothing if there is no file. */
  void read(Reader reader) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file)) {
      String[] column = line.split(TAB, -1);
      Fault fault = Fault.valueOf(column[0]);
      double afterMillis = Double.parseDouble(column[1]);
      if (column.length == 3) {
        reader.failed(fault, afterMillis, column[2]);
      } else {
        reader.ended(
            new FaultTrial(
                fault,
                afterMillis,
                Boolean.parseBoolean(column[2]),
                Double.parseDouble(column[3]),
                Double.parseDouble(column[4]),
                Double.parseDouble(column[5]),
                Double.parseDouble(column[6]),
                Integer.parseInt(column[7]),
                column[8]));
      }
    }
  }
}
