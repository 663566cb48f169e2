package org.tipwright.runs.evaluation;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.env.episode.EpisodeSetting;

/**
 * Where the first episodes of an evaluation are recorded, as {@code evaluation-001.episode} and so
 * on; an earlier evaluation's are replaced.
 *
 * @param folder exists
 * @param count episodes to record
 */
public record EpisodeAlbum(Path folder, int count) {

  /** Environments of which the first record what is done to them. */
  IntFunction<EnvironmentCore> recording(String task, Config env, String policy)
      throws IOException {
    for (int site = 0; site < count; site++) {
      Files.deleteIfExists(file(site));
    }
    EpisodeSetting setting = EpisodeSetting.simulation(task, env, policy);
    return site ->
        site < count
            ? new EpisodeRecorder(Tasks.create(task, env), setting, episode -> file(site))
            : Tasks.create(task, env);
  }

  private Path file(int site) {
    return folder.resolve(String.format(Locale.ROOT, "evaluation-%03d.episode", site + 1));
  }
}
