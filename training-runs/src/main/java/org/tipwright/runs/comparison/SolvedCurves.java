package org.tipwright.runs.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.agents.benchmark.HoseBenchmark;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.LineFigure;
import org.tipwright.runs.figure.Panel;

/** The share of runs that have had a success, against the episode: one stepped line per agent. */
final class SolvedCurves {

  private static final Axis EPISODE =
      Axis.linear("episode (from 0)").from(0, HoseBenchmark.EPISODES);
  private static final Axis SHARE = Axis.linear("runs solved (%)").from(0, 100);
  private static final int HEIGHT_PIXELS = 900;

  private SolvedCurves() {}

  /** Writes {@code name.png}, and {@code name-2.png} and so on for more agents than fit one. */
  static List<Path> write(Path folder, String name, List<FirstSuccessScore> scores)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (int from = 0; from < scores.size(); from += Panel.mostLines()) {
      int to = Math.min(scores.size(), from + Panel.mostLines());
      List<Line> lines = scores.subList(from, to).stream().map(SolvedCurves::line).toList();
      String number = from == 0 ? "" : "-" + (from / Panel.mostLines() + 1);
      Path file = folder.resolve(name + number + ".png");
      LineFigure.write(file, List.of(new Panel(EPISODE, SHARE, lines, HEIGHT_PIXELS)));
      files.add(file);
    }
    return files;
  }

  private static Line line(FirstSuccessScore score) {
    double[] x = new double[2 * HoseBenchmark.EPISODES];
    double[] y = new double[x.length];
    for (int episode = 0; episode < HoseBenchmark.EPISODES; episode++) {
      x[2 * episode] = episode;
      y[2 * episode] = score.percentSolvedBy(episode);
      x[2 * episode + 1] = episode + 1;
      y[2 * episode + 1] = y[2 * episode];
    }
    return Line.of(score.agent(), x, y);
  }
}
