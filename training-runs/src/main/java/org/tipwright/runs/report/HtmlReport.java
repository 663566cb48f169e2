package org.tipwright.runs.report;

import java.util.List;
import java.util.Optional;
import org.tipwright.runs.evaluation.EvaluationResult;

/**
 * One page about a run that needs nothing beside itself: no script, no font, no picture from
 * elsewhere.
 */
final class HtmlReport {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, 'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif;
             color: #222; background: #fff; max-width: 1000px; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
      .facts { color: #555; margin: 0 0 1rem; }
      table { border-collapse: collapse; } th, td { padding: .25rem .9rem; text-align: right; }
      th:first-child, td:first-child { text-align: left; padding-left: .2rem; }
      thead th { border-bottom: 2px solid #222; } tbody tr:nth-child(even) { background: #f5f7f9; }
      tbody tr:first-child { font-weight: 600; }
      svg { max-width: 100%; height: auto; display: block; margin: .5rem 0; }
      pre { background: #f5f7f9; padding: 1rem; overflow-x: auto; font-size: .85rem; line-height: 1.4; }
      .none { color: #777; }
      """;

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param name the run's name
   * @param facts one line each: what is known of seed, revision and machine
   * @param heading of the table
   * @param evaluation empty if the run has not been evaluated yet
   * @param metrics of the run's rounds
   * @param lifts drawn one below the other
   * @param settings the resolved settings, as text
   */
  static String page(
      String name,
      List<String> facts,
      String heading,
      Optional<EvaluationResult> evaluation,
      Metrics metrics,
      List<LiftTrace> lifts,
      String settings) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(Svg.escape(name))
        .append(" – Tipwright</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(Svg.escape(name))
        .append("</h1>\n<p class=\"facts\">")
        .append(String.join("<br>", facts.stream().map(Svg::escape).toList()))
        .append("</p>\n");
    table(page, heading, evaluation);
    lifts(page, lifts);
    curves(page, metrics);
    page.append("<h2>Settings</h2>\n<pre>").append(Svg.escape(settings)).append("</pre>\n");
    return page.append("</body>\n</html>\n").toString();
  }

  private static void table(
      StringBuilder page, String heading, Optional<EvaluationResult> evaluation) {
    page.append("<h2>").append(Svg.escape(heading)).append("</h2>\n");
    if (evaluation.isEmpty()) {
      page.append("<p class=\"none\">The run has not been evaluated yet.</p>\n");
      return;
    }
    page.append("<table>\n<thead><tr>");
    ScoreTable.COLUMNS.forEach(column -> page.append("<th>").append(column).append("</th>"));
    page.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : ScoreTable.rows(evaluation.get())) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(Svg.escape(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n<p>")
        .append(Svg.escape(ScoreTable.verdict(evaluation.get())))
        .append("</p>\n");
  }

  private static void lifts(StringBuilder page, List<LiftTrace> lifts) {
    page.append("<h2>A lift</h2>\n");
    if (lifts.isEmpty()) {
      page.append("<p class=\"none\">No lift was recorded in this run.</p>\n");
    }
    lifts.forEach(lift -> page.append(LiftDrawing.svg(lift)));
  }

  private static void curves(StringBuilder page, Metrics metrics) {
    page.append("<h2>Learning</h2>\n");
    page.append(
        CurveDrawing.svg(
            "share of successes",
            "episodes",
            "share of successes",
            LearningCurve.curves(metrics),
            true));
    page.append(curve(metrics, "mean return of a round", "mean_return"));
    page.append(curve(metrics, "loss", "loss"));
    page.append(curve(metrics, "mean value of what was learnt from", "mean_q"));
  }

  private static String curve(Metrics metrics, String label, String column) {
    return CurveDrawing.svg(
        label, "episodes", label, List.of(metrics.curve(label, "episodes", column)), false);
  }
}
