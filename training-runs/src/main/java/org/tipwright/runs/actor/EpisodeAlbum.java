package org.tipwright.runs.actor;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.episode.EpisodeRecorder;
import org.tipwright.env.episode.EpisodeSetting;
import org.tipwright.physics.NotConverged;

/**
 * Records the first validation episodes with a policy, a file each: {@code validation-0.episode}.
 */
final class EpisodeAlbum {

  private final RunSetup run;
  private final Executor threads;

  /** An album of a run, filled on {@code threads}. */
  EpisodeAlbum(RunSetup run, Executor threads) {
    this.run = run;
    this.threads = threads;
  }

  /** Plays and records; earlier records of the same episodes are replaced. */
  CompletionStage<Void> record(PolicySnapshot policy) {
    int episodes = Math.min(run.settings().recordedEpisodes(), run.settings().validationEpisodes());
    return CompletableFuture.runAsync(
        () -> {
          for (int episode = 0; episode < episodes; episode++) {
            record(run.agent().greedy(policy), episode);
          }
        },
        threads);
  }

  private void record(Policy policy, int episode) {
    Config config = run.config();
    EpisodeSetting setting =
        EpisodeSetting.simulation(config.getString("task"), config.getConfig("env"), policy.name());
    Path file = run.directory().episodes().resolve(name(episode));
    try {
      Files.deleteIfExists(file);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(
          "the record of an earlier episode cannot be replaced: " + undeletable, undeletable);
    }
    try (EpisodeRecorder recorder =
        new EpisodeRecorder(run.environments().get(), setting, any -> file)) {
      recorder.seed(Validation.episodeSeed(run.seed(), episode));
      Validation.succeeds(policy, recorder);
    } catch (NotConverged notConverged) {
      return; // the record says so itself
    }
  }

  private static String name(int episode) {
    return String.format(Locale.ROOT, "validation-%d.episode", episode);
  }
}
