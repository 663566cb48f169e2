package org.tipwright.runs.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.random.Seeds;
import org.tipwright.physics.NotConverged;
import org.tipwright.runs.agent.Agent;
import org.tipwright.runs.agent.ValidationScore;

/**
 * Plays the validation seeds, the same at every validation, with a greedy policy: one episode each,
 * some after one another on each thread.
 */
final class Validation {

  private static final int CHUNK = 8;

  private final Agent agent;
  private final Supplier<EnvironmentCore> environments;
  private final long seed;
  private final int episodes;
  private final Executor threads;
  private final Queue<EnvironmentCore> idle = new ConcurrentLinkedQueue<>();

  /**
   * A validation.
   *
   * @param seed of the run
   * @param episodes how many seeds
   * @param threads where to play
   */
  Validation(
      Agent agent,
      Supplier<EnvironmentCore> environments,
      long seed,
      int episodes,
      Executor threads) {
    this.agent = agent;
    this.environments = environments;
    this.seed = seed;
    this.episodes = episodes;
    this.threads = threads;
  }

  /** The seed of a validation episode in a run with {@code seed}. */
  static long episodeSeed(long seed, int episode) {
    return Seeds.derive(seed, "validation", episode);
  }

  /** Tries the policy on every validation seed. */
  CompletionStage<ValidationScore> play(long round, PolicySnapshot policy) {
    List<CompletableFuture<ValidationScore>> chunks = new ArrayList<>();
    for (int first = 0; first < episodes; first += CHUNK) {
      int from = first;
      int to = Math.min(episodes, first + CHUNK);
      chunks.add(CompletableFuture.supplyAsync(() -> chunk(round, policy, from, to), threads));
    }
    return CompletableFuture.allOf(chunks.toArray(CompletableFuture[]::new))
        .thenApply(nothing -> sum(round, chunks));
  }

  private static ValidationScore sum(long round, List<CompletableFuture<ValidationScore>> chunks) {
    int episodes = 0;
    int successes = 0;
    int abandoned = 0;
    for (CompletableFuture<ValidationScore> chunk : chunks) {
      episodes += chunk.join().episodes();
      successes += chunk.join().successes();
      abandoned += chunk.join().abandoned();
    }
    return new ValidationScore(round, episodes, successes, abandoned);
  }

  private ValidationScore chunk(long round, PolicySnapshot snapshot, int from, int to) {
    EnvironmentCore environment = idle.poll();
    if (environment == null) {
      environment = environments.get();
    }
    Policy policy = agent.greedy(snapshot);
    int successes = 0;
    int abandoned = 0;
    for (int episode = from; episode < to; episode++) {
      environment.seed(episodeSeed(seed, episode));
      try {
        successes += succeeds(policy, environment) ? 1 : 0;
      } catch (NotConverged notConverged) {
        abandoned++;
      }
    }
    idle.add(environment);
    return new ValidationScore(round, to - from, successes, abandoned);
  }

  /** Plays the next episode of an environment and says whether it succeeded. */
  static boolean succeeds(Policy policy, EnvironmentCore environment) throws NotConverged {
    float[] observation = new float[environment.observationSpec().size()];
    float[] action = new float[environment.actionSpec().size()];
    environment.reset(observation, 0);
    do {
      policy.act(observation, action, 1);
    } while (!environment.step(action, 0, observation, 0).isLast());
    return environment.succeeded();
  }
}
