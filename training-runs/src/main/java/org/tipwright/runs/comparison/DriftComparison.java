package org.tipwright.runs.comparison;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipwright.agents.benchmark.DriftRun;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.LineFigure;
import org.tipwright.runs.figure.Panel;

/** Agents side by side on {@link DriftTask}. */
record DriftComparison(int seeds, List<DriftScore> scores) implements Comparison {

  private static final String TASK = "hose-drift";
  private static final String NAME = "learning-" + TASK;

  /** Every tip lasts so many episodes at least. */
  private static final int EPISODES_DRAWN = 20;

  private static final int HEIGHT_PIXELS = 900;
  private static final Axis EPISODE =
      Axis.linear("episode with a new tip (from 1)").from(0, EPISODES_DRAWN + 1);
  private static final Axis SHARE = Axis.linear("success (%)").from(0, 100);

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(String.format("%-18s", ""));
    shares(scores.get(0)).keySet().forEach(name -> text.append(cell(name.replace('_', ' '))));
    text.append('\n');
    for (DriftScore score : scores) {
      text.append(String.format("%-18s", score.agent()));
      for (SeedShare share : shares(score).values()) {
        String interval =
            String.format(
                Locale.ROOT,
                "%.1f (%.1f … %.1f)",
                100 * share.mean(),
                100 * share.low(),
                100 * share.high());
        text.append(cell(interval));
      }
      text.append('\n');
    }
    return text
        + "Success in %, with 95 % intervals over seeds: in the first, second and fifth episode"
        + " with a new tip\n(all tips of a run but its first), in any of its episodes, and over"
        + " all of them.\n";
  }

  @Override
  public Config json() {
    Map<String, Object> agents = new LinkedHashMap<>();
    for (DriftScore score : scores) {
      Map<String, Object> agent = new LinkedHashMap<>();
      shares(score)
          .forEach(
              (name, share) -> {
                agent.put(name, share.mean());
                agent.put(name + "_interval", List.of(share.low(), share.high()));
              });
      for (int episode : DriftScore.REPORTED) {
        agent.put("first_tip_episode_" + episode, score.firstTip(episode).mean());
      }
      agents.put(score.agent(), agent);
    }
    return ConfigFactory.empty()
        .withValue("task", ConfigValueFactory.fromAnyRef(TASK))
        .withValue("seeds", ConfigValueFactory.fromAnyRef(seeds))
        .withValue("agents", ConfigValueFactory.fromMap(agents));
  }

  @Override
  public List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve(NAME + ".csv"));
    table().write(files.get(0));
    files.add(folder.resolve(NAME + "-tips.csv"));
    tips().write(files.get(1));
    for (int from = 0; from < scores.size(); from += Panel.mostLines()) {
      int to = Math.min(scores.size(), from + Panel.mostLines());
      List<Line> lines = scores.subList(from, to).stream().map(DriftComparison::line).toList();
      String number = from == 0 ? "" : "-" + (from / Panel.mostLines() + 1);
      Path file = folder.resolve(NAME + number + ".png");
      LineFigure.write(file, List.of(new Panel(EPISODE, SHARE, lines, HEIGHT_PIXELS)));
      files.add(file);
    }
    return files;
  }

  private CsvTable table() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("agent", "%s"),
                new Column("runs", "%d"),
                new Column("figure", "%s"),
                new Column("success_share", "%.4f"),
                new Column("success_share_low", "%.4f"),
                new Column("success_share_high", "%.4f")));
    for (DriftScore score : scores) {
      int runs = score.runs().size();
      Map<String, SeedShare> figures = shares(score);
      for (int episode : DriftScore.REPORTED) {
        figures.put("first_tip_episode_" + episode, score.firstTip(episode));
      }
      figures.forEach(
          (name, share) ->
              table.add(score.agent(), runs, name, share.mean(), share.low(), share.high()));
    }
    return table;
  }

  private CsvTable tips() {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("agent", "%s"),
                new Column("seed", "%d"),
                new Column("tip", "%d"),
                new Column("episodes", "%d"),
                new Column("successes", "%d"),
                new Column("first_success", "%d")));
    for (DriftScore score : scores) {
      for (DriftRun run : score.runs()) {
        for (int t = 0; t < run.tips().size(); t++) {
          DriftRun.TipRun tip = run.tips().get(t);
          table.add(
              run.agent(),
              run.seed(),
              t + 1,
              tip.episodes(),
              tip.successes().cardinality(),
              tip.firstSuccess());
        }
      }
    }
    return table;
  }

  /** The figures by name, in the order in which they are shown. */
  private static Map<String, SeedShare> shares(DriftScore score) {
    Map<String, SeedShare> shares = new LinkedHashMap<>();
    for (int episode : DriftScore.REPORTED) {
      shares.put("episode_" + episode, score.newTips(episode));
    }
    shares.put("any_episode", score.solved());
    shares.put("all_episodes", score.allEpisodes());
    return shares;
  }

  private static Line line(DriftScore score) {
    double[] x = new double[EPISODES_DRAWN];
    double[] y = new double[EPISODES_DRAWN];
    for (int episode = 1; episode <= EPISODES_DRAWN; episode++) {
      x[episode - 1] = episode;
      y[episode - 1] = 100 * score.newTips(episode).mean();
    }
    return Line.of(score.agent(), x, y);
  }

  private static String cell(String content) {
    return String.format("  %-20s", content);
  }
}
