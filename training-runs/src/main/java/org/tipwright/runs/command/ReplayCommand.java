package org.tipwright.runs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tipwright.env.episode.EpisodeReader;
import org.tipwright.env.episode.EpisodeRecord;
import org.tipwright.env.episode.EpisodeReplay;
import org.tipwright.env.episode.ReplayResult;
import org.tipwright.runs.config.NearestFile;
import org.tipwright.runs.config.Sentences;
import org.tipwright.runs.config.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: plays an episode record back in simulation. */
@Command(
    name = "replay",
    description = "Play an episode record back, bit for bit, or name the first step that differs.")
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<episode-file>", description = "A file that ends in .episode.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    EpisodeRecord record = read();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        record.header().getTask()
            + ", policy '"
            + record.header().getPolicy()
            + "', "
            + record.header().getPlace()
            + ", "
            + record.end().map(end -> end.getOutcome()).orElse("without an end"));
    if (!record.damage().isEmpty()) {
      out.println("the file is damaged: " + record.damage());
    }
    ReplayResult result = replay(record);
    out.println(
        result.identical()
            ? "identical: all "
                + result.steps()
                + (record.damage().isEmpty() ? "" : " readable")
                + " steps are the same to the last bit"
            : "differs at step " + result.firstDifferingStep() + ": " + result.difference());
    out.flush();
    return result.identical() && record.damage().isEmpty() ? 0 : Refusals.FAILED;
  }

  private EpisodeRecord read() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUse(
          "there is no episode file '"
              + file
              + "'"
              + NearestFile.suggestion(file, name -> name.endsWith(".episode")));
    }
    try {
      return EpisodeReader.read(file);
    } catch (IllegalArgumentException noEpisode) {
      throw new WrongUse(Sentences.of(noEpisode), noEpisode);
    }
  }

  private static ReplayResult replay(EpisodeRecord record) {
    try {
      return EpisodeReplay.replay(record);
    } catch (IllegalArgumentException cannotBeSimulated) {
      throw new WrongUse(Sentences.of(cannotBeSimulated), cannotBeSimulated);
    }
  }
}
