package org.tipwright.runs.command;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import org.tipwright.runs.directory.RunDirectory;
import org.tipwright.runs.evaluation.Comparison;
import org.tipwright.runs.evaluation.EpisodeAlbum;
import org.tipwright.runs.evaluation.EvaluationResult;
import org.tipwright.runs.evaluation.EvaluationSettings;
import org.tipwright.runs.evaluation.FixedPathFile;
import org.tipwright.runs.report.RunReport;
import org.tipwright.runs.report.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code evaluate}: plays a trained policy and the baselines on unseen sites. */
@Command(
    name = "evaluate",
    description = "Play a trained policy and the baselines on sites never seen in training.")
final class EvaluateCommand implements Callable<Integer> {

  @ParentCommand private Tipwright tipwright;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<run>", description = "Name or folder of a run, or 'latest'.")
  private String run;

  @Option(
      names = "--episodes",
      paramLabel = "<n>",
      defaultValue = "200",
      description = "Sites, one episode each; by default ${DEFAULT-VALUE}.")
  private int episodes;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = ChosenRun.find(tipwright.home(), run);
    TrainedRun.check(directory);
    Config config = directory.readConfig();
    EvaluationSettings settings = settings(config);
    EvaluationResult result =
        new Comparison(
                config,
                settings,
                FixedPathFile.of(directory),
                new EpisodeAlbum(directory.episodes(), settings.record()),
                tipwright.messages())
            .play(PolicyFile.load(directory.policy()));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json
            ? result.text()
            : ScoreTable.text(RunReport.heading(config, Optional.of(result)), result));
    out.flush();
    return 0;
  }

  private EvaluationSettings settings(Config config) {
    try {
      return EvaluationSettings.from(config.getConfig("evaluation")).withEpisodes(episodes);
    } catch (IllegalArgumentException wrong) {
      throw new WrongUse(Sentences.of(wrong), wrong);
    }
  }
}
