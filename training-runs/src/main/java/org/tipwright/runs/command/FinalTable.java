package org.tipwright.runs.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.directory.SafeFile;
import org.tipwright.runs.evaluation.Comparison;
import org.tipwright.runs.evaluation.EpisodeAlbum;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.EvaluationSettings;
import org.tipwright.runs.evaluation.FixedPathFile;
import org.tipwright.runs.report.RunReport;
import org.tipwright.runs.report.ScoreTable;

/** What a training ends with: the comparison on unseen sites, the files about it, the table. */
final class FinalTable {

  private final RunDirectory run;
  private final Consumer<String> messages;

  FinalTable(RunDirectory run, Consumer<String> messages) {
    this.run = run;
    this.messages = messages;
  }

  /** Plays, writes {@code evaluation.json} and the report, and gives the table as text. */
  String make() throws IOException {
    Config config = run.readConfig();
    EvaluationSettings settings = EvaluationSettings.from(config.getConfig("evaluation"));
    Comparison comparison =
        new Comparison(
            config,
            settings,
            FixedPathFile.of(run),
            new EpisodeAlbum(run.episodes(), settings.record()),
            messages);
    EvaluationResult result = comparison.play(PolicyFile.load(run.policy()));
    SafeFile.write(run.evaluation(), result.text().getBytes(StandardCharsets.UTF_8));
    RunReport report = RunReport.write(run);
    report.complaint().ifPresent(messages);
    return "\n" + ScoreTable.text(report.heading(), result) + "\nreport: " + report.page();
  }
}
