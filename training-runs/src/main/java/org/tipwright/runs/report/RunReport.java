package org.tipwright.runs.report;

import com.typesafe.config.Config;
import java.awt.AWTError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipwright.runs.config.RunConfig;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.SafeFile;
import org.tipwright.runs.evaluation.EvaluationResult;

/**
 * The report in a run's folder.
 *
 * @param page the HTML page
 * @param heading of the table
 * @param complaint what could not be drawn, in one sentence
 */
public record RunReport(Path page, String heading, Optional<String> complaint) {

  /**
   * Writes {@code learning-curve.png}, {@code lift.svg} and {@code report.html} from what the
   * folder holds.
   */
  public static RunReport write(RunDirectory run) throws IOException {
    Config config = run.readConfig();
    String name = String.valueOf(run.root().toAbsolutePath().normalize().getFileName());
    Metrics metrics = Files.exists(run.metrics()) ? Metrics.read(run.metrics()) : Metrics.none();
    Optional<EvaluationResult> evaluation = evaluation(run);
    Optional<String> complaint =
        picture(run.root().resolve("learning-curve.png"), name, metrics, evaluation);
    List<LiftTrace> lifts = RecordedLifts.best(run.episodes()).stream().toList();
    if (!lifts.isEmpty()) {
      SafeFile.write(
          run.root().resolve("lift.svg"),
          LiftDrawing.svg(lifts.get(0)).getBytes(StandardCharsets.UTF_8));
    }
    String heading = heading(config, evaluation);
    Path page = run.root().resolve("report.html");
    String html =
        HtmlReport.page(
            name,
            facts(run, config),
            heading,
            evaluation,
            metrics,
            lifts,
            RunConfig.render(config));
    SafeFile.write(page, html.getBytes(StandardCharsets.UTF_8));
    return new RunReport(page, heading, complaint);
  }

  /** What the table is of: how many sites, and whether a policy had seen its site before. */
  public static String heading(Config config, Optional<EvaluationResult> evaluation) {
    int sites =
        evaluation
            .map(result -> result.played().episodes() + result.played().abandoned())
            .orElse(config.getInt("evaluation.episodes"));
    return config.getString("task").equals("lift")
        ? sites + " sites never seen in training, one lift each, at first sight"
        : sites + " episodes with seeds never used in training";
  }

  private static Optional<EvaluationResult> evaluation(RunDirectory run) throws IOException {
    Path file = run.evaluation();
    return Files.exists(file) ? Optional.of(EvaluationResult.read(file)) : Optional.empty();
  }

  /** A Java without fonts cannot draw; that is no reason to lose the rest of the report. */
  private static Optional<String> picture(
      Path file, String name, Metrics metrics, Optional<EvaluationResult> evaluation)
      throws IOException {
    try {
      LearningCurve.write(file, name, metrics, evaluation);
      return Optional.empty();
    } catch (AWTError | LinkageError | InternalError | NullPointerException noFonts) {
      return Optional.of(
          "no learning-curve.png: this Java cannot draw ("
              + Sentences.of(noFonts)
              + "); install fontconfig and a font; the curves are in report.html all the same");
    }
  }

  private static List<String> facts(RunDirectory run, Config config) throws IOException {
    List<String> facts = new ArrayList<>();
    facts.add(
        "task "
            + config.getString("task")
            + ", agent "
            + config.getString("agent")
            + ", seed "
            + config.getLong("seed"));
    facts.addAll(RunFacts.read(run.info()));
    return facts;
  }
}
