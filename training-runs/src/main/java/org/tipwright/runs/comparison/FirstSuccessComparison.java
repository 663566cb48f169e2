package org.tipwright.runs.comparison;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.agents.benchmark.HoseRun;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;

/** Agents side by side on {@link FirstSuccessTask}. */
record FirstSuccessComparison(String task, int seeds, List<FirstSuccessScore> scores)
    implements Comparison {

  private static final String ROW = "%-18s %11s  %-13s %7s  %-15s %7s  %-15s %10s%n";

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(ROW, "", "solved", "95 %", "median", "quartiles", "IQM", "95 %", "steps"));
    for (FirstSuccessScore s : scores) {
      text.append(
          String.format(
              ROW,
              s.agent(),
              s.solved() + " of " + s.runs().size(),
              String.format(Locale.ROOT, "%.0f … %.0f %%", 100 * s.shareLow(), 100 * s.shareHigh()),
              index(s.median()),
              index(s.lowerQuartile()) + " … " + index(s.upperQuartile()),
              String.format(Locale.ROOT, "%.1f", s.mean()),
              String.format(
                  Locale.ROOT, "%.1f … %.1f", s.meanInterval().low(), s.meanInterval().high()),
              String.format(Locale.ROOT, "%.0f", s.stepsMedian())));
    }
    return text
        + "Median, quartiles and interquartile mean (IQM; an unsolved run counts as "
        + HoseBenchmark.EPISODES
        + ") of the index of the\nfirst success, counted from 0; median of the environment steps"
        + " of a run.\n";
  }

  @Override
  public Config json() {
    Map<String, Object> agents = new LinkedHashMap<>();
    for (FirstSuccessScore s : scores) {
      Map<String, @Nullable Object> agent = new LinkedHashMap<>();
      agent.put("solved_share", s.share());
      agent.put("first_success_median", orNull(s.median()));
      agent.put(
          "first_success_quartiles",
          Arrays.asList(orNull(s.lowerQuartile()), orNull(s.upperQuartile())));
      agent.put("steps_median", s.stepsMedian());
      agents.put(s.agent(), agent);
    }
    return ConfigFactory.empty()
        .withValue("task", ConfigValueFactory.fromAnyRef(task))
        .withValue("seeds", ConfigValueFactory.fromAnyRef(seeds))
        .withValue("agents", ConfigValueFactory.fromMap(agents));
  }

  @Override
  public List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve("learning-" + task + ".csv"));
    table().write(files.get(0));
    files.add(folder.resolve("learning-" + task + "-runs.csv"));
    runs().write(files.get(1));
    files.addAll(SolvedCurves.write(folder, "learning-" + task, scores));
    return files;
  }

  private CsvTable table() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("agent", "%s"),
                new Column("runs", "%d"),
                new Column("solved", "%d"),
                new Column("solved_share_low", "%.4f"),
                new Column("solved_share_high", "%.4f"),
                new Column("first_success_median", "%.2f"),
                new Column("first_success_lower_quartile", "%.2f"),
                new Column("first_success_upper_quartile", "%.2f"),
                new Column("first_success_interquartile_mean", "%.2f"),
                new Column("first_success_interquartile_mean_low", "%.2f"),
                new Column("first_success_interquartile_mean_high", "%.2f"),
                new Column("steps_median", "%.1f")));
    for (FirstSuccessScore s : scores) {
      table.add(
          s.agent(),
          s.runs().size(),
          s.solved(),
          s.shareLow(),
          s.shareHigh(),
          s.median(),
          s.lowerQuartile(),
          s.upperQuartile(),
          s.mean(),
          s.meanInterval().low(),
          s.meanInterval().high(),
          s.stepsMedian());
    }
    return table;
  }

  private CsvTable runs() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("agent", "%s"),
                new Column("path", "%d"),
                new Column("seed", "%d"),
                new Column("solved", "%d"),
                new Column("first_success", "%d"),
                new Column("steps", "%d")));
    for (FirstSuccessScore score : scores) {
      for (HoseRun run : score.runs()) {
        table.add(
            run.agent(),
            run.path(),
            run.seed(),
            run.solved() ? 1 : 0,
            run.firstSuccess(),
            run.steps());
      }
    }
    return table;
  }

  private static String index(double value) {
    return Double.isInfinite(value)
        ? "> " + HoseBenchmark.EPISODES
        : String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
  }

  private static @Nullable Double orNull(double value) {
    return Double.isInfinite(value) ? null : value;
  }
}
