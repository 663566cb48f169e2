package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.env.episode.EpisodeSetting;

/**
 * Where the first sites of an evaluation are recorded, as {@code evaluation-001.episode}, its
 * second attempt as {@code evaluation-001-2.episode}, and so on; an earlier evaluation's are
 * replaced.
 *
 * @param folder exists
 * @param count sites to record
 */
public record EpisodeAlbum(Path folder, int count) {

  /** Environments of which the first record what is done to them. */
  IntFunction<EnvironmentCore> recording(String task, Config env, String policy)
      throws IOException {
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "evaluation-*.episode")) {
      for (Path file : earlier) {
        Files.delete(file);
      }
    }
    EpisodeSetting setting = EpisodeSetting.simulation(task, env, policy);
    return site ->
        site < count
            ? new EpisodeRecorder(Tasks.create(task, env), setting, attempt -> file(site, attempt))
            : Tasks.create(task, env);
  }

  private Path file(int site, long attempt) {
    String which = attempt == 0 ? "" : "-" + (attempt + 1);
    return folder.resolve(String.format(Locale.ROOT, "evaluation-%03d%s.episode", site + 1, which));
  }
}
