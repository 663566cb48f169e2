package org.tipwright.runs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.PolicyScore;

/** The table of a policy against others: one row each, shares in percent with their interval. */
public final class ScoreTable {

  /** What the columns hold. */
  static final List<String> COLUMNS =
      List.of("policy", "success", "95 % interval", "with retries", "sites", "mean steps");

  private ScoreTable() {}

  /** Rows of cells, the policy in question first. */
  static List<List<String>> rows(EvaluationResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(result.played()));
    result.baselines().forEach(score -> rows.add(row(score)));
    return rows;
  }

  /** The table as lines of text under a heading. */
  public static String text(String heading, EvaluationResult result) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS);
    lines.addAll(rows(result));
    int[] widths = new int[COLUMNS.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder(heading).append('\n');
    for (int n = 0; n < lines.size(); n++) {
      text.append(line(lines.get(n), widths)).append('\n');
      if (n == 0) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
          rule.add("─".repeat(width));
        }
        text.append(line(rule, widths)).append('\n');
      }
    }
    return text.append(verdict(result)).append('\n').toString();
  }

  /** One sentence: whether the policy's interval lies above those of all fixed policies. */
  static String verdict(EvaluationResult result) {
    List<PolicyScore> fixed =
        result.baselines().stream()
            .filter(score -> !score.policy().startsWith("oracle"))
            .filter(score -> !score.policy().startsWith(result.played().policy()))
            .toList();
    List<String> notBelow =
        fixed.stream()
            .filter(score -> !result.played().interval().liesAbove(score.interval()))
            .map(PolicyScore::policy)
            .toList();
    if (fixed.isEmpty()) {
      return "There is no fixed policy to compare with.";
    }
    return notBelow.isEmpty()
        ? "The interval of '"
            + result.played().policy()
            + "' lies above that of every fixed policy."
        : "The interval of '"
            + result.played().policy()
            + "' does not lie above that of "
            + few(notBelow)
            + ".";
  }

  private static String few(List<String> names) {
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
  }

  private static List<String> row(PolicyScore score) {
    return List.of(
        score.policy(),
        percent(score.successRate()),
        percent(score.interval().low()) + " … " + percent(score.interval().high()),
        score.attempts() == 1 ? "" : percent(score.siteRate()) + " in " + score.attempts(),
        score.abandoned() == 0
            ? String.valueOf(score.episodes())
            : score.episodes() + " (" + score.abandoned() + " abandoned)",
        Double.isNaN(score.meanSteps())
            ? ""
            : String.format(Locale.ROOT, "%.0f", score.meanSteps()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - cells.get(i).length());
      // Names to the left, numbers to the right.
      line.append(i == 0 ? cells.get(i) + blanks : "  " + blanks + cells.get(i));
    }
    return line.toString().stripTrailing();
  }
}
