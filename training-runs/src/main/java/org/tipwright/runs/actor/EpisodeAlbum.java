package org.tipwright.runs.actor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.tipwright.agents.policy.PolicySnapshot;

/** Records the first validation episodes with a policy. */
final class EpisodeAlbum {

  private final RunSetup run;
  private final Executor threads;

  EpisodeAlbum(RunSetup run, Executor threads) {
    this.run = run;
    this.threads = threads;
  }

  /** Plays and records; replaces earlier records. */
  CompletionStage<Void> record(PolicySnapshot policy) {
    return CompletableFuture.runAsync(() -> run.settings().recordedEpisodes(), threads);
  }
}
