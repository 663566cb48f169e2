package org.tipwright.tests.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Counts and worst cases of many trials, as a table in Markdown. */
final class FaultTable {

  private final Map<Fault, List<FaultTrial>> trials = new EnumMap<>(Fault.class);

  void add(FaultTrial trial) {
    trials.computeIfAbsent(trial.fault(), fault -> new ArrayList<>()).add(trial);
  }

  /** One line for each fault: how often, withdrawal ordered (median, worst), up, over-travel. */
  String markdown() {
    StringBuilder table =
        new StringBuilder(
            "| fault | trials | withdrawal on the wire, median (ms) | worst (ms) | tip out of"
                + " reach, worst (ms) | over-travel, worst (Å) |\n"
                + "|---|---|---|---|---|---|\n");
    trials.forEach(
        (fault, all) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %.0f | %.2f |%n",
                    fault.words(),
                    all.size(),
                    median(all, FaultTrial::commandMillis),
                    worst(all, FaultTrial::commandMillis),
                    worst(all, FaultTrial::upMillis),
                    worst(all, FaultTrial::overTravelAngstrom))));
    return table.toString();
  }

  private static double worst(List<FaultTrial> all, ToDoubleFunction<FaultTrial> of) {
    return all.stream().mapToDouble(of).max().orElse(Double.NaN);
  }

  private static double median(List<FaultTrial> all, ToDoubleFunction<FaultTrial> of) {
    double[] sorted = all.stream().mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
