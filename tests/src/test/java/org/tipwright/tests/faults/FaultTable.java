package org.tipwright.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Counts and worst cases of many trials, as a table in Markdown. */
final class FaultTable {

  private static final String BEGIN = "<!-- faults -->\n";
  private static final String END = "<!-- /faults -->";
  private static final String HEAD =
      """
      | fault | trials | failed | found after, median; worst (ms) | order to withdraw after that, \
      median; worst (ms) | order after the fault, median; worst (ms) | out of reach after the \
      fault, worst (ms) | over-travel at the molecule, worst (Å) | the same on the way there (Å) | tip met the surface |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private final Map<Fault, List<FaultTrial>> trials = new EnumMap<>(Fault.class);
  private final Map<Fault, Integer> failed = new EnumMap<>(Fault.class);
  private final List<String> failures = new ArrayList<>();
  private int voids;
  private String circumstances = "";

  /** One sentence before the table: on what machine, under which load. */
  synchronized void circumstances(String sentence) {
    circumstances = sentence;
  }

  synchronized void add(FaultTrial trial) {
    trials.computeIfAbsent(trial.fault(), fault -> new ArrayList<>()).add(trial);
  }

  /** A trial that did not end as it has to. */
  synchronized void failed(Fault fault, double afterMillis, String why) {
    failed.merge(fault, 1, Integer::sum);
    failures.add(String.format(Locale.ROOT, "%s, %.0f ms: %s", fault.words(), afterMillis, why));
  }

  /** A trial that was over before its fault. */
  synchronized void isVoid() {
    voids++;
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  /** One line for each fault, then what went wrong. */
  synchronized String markdown() {
    StringBuilder table = new StringBuilder(circumstances).append("\n\n").append(HEAD);
    for (Fault fault : Fault.values()) {
      List<FaultTrial> all = trials.getOrDefault(fault, List.of());
      int lost = failed.getOrDefault(fault, 0);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d | %s | %s | %s | %s | %s | %s | %d |%n",
              fault.words(),
              all.size() + lost,
              lost,
              both(all, FaultTrial::detectedMillis),
              both(all, FaultTrial::answeredMillis),
              both(all, FaultTrial::orderedMillis),
              worst(all, t -> true, FaultTrial::upMillis, "%.0f"),
              worst(all, t -> !t.landing(), FaultTrial::overTravelAngstrom, "%.2f"),
              worst(all, FaultTrial::landing, FaultTrial::overTravelAngstrom, "%.0f"),
              all.stream().filter(t -> t.touches() > 0).count()));
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%n%d more trials were over before their fault, and are not counted: a busy machine"
                + " tripped the bridge, or the approach found no contact.%n",
            voids));
    failures.forEach(failure -> table.append("- failed: ").append(failure).append('\n'));
    return table.toString();
  }

  private static String both(List<FaultTrial> all, ToDoubleFunction<FaultTrial> of) {
    double[] sorted = numbers(all, t -> true, of).sorted().toArray();
    return sorted.length == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%.0f; %.0f", sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  private static String worst(
      List<FaultTrial> all,
      Predicate<FaultTrial> which,
      ToDoubleFunction<FaultTrial> of,
      String format) {
    double[] sorted = numbers(all, which, of).sorted().toArray();
    return sorted.length == 0 ? "-" : String.format(Locale.ROOT, format, sorted[sorted.length - 1]);
  }

  private static DoubleStream numbers(
      List<FaultTrial> all, Predicate<FaultTrial> which, ToDoubleFunction<FaultTrial> of) {
    return all.stream().filter(which).mapToDouble(of).filter(Double::isFinite);
  }

  /** Puts it between the marks of a page. */
  void writeInto(Path page) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(page + " has no place for the table");
    }
    Files.writeString(page, text.substring(0, begin) + markdown() + text.substring(end));
  }
}
