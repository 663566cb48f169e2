package org.tipwright.runs.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.random.Seeds;

/**
 * Plays a policy on each of the sites of an evaluation, once or until it succeeds. A block of
 * environments is stepped in lock-step; the policy is always asked for the whole block, by one
 * thread, so that even a policy with a random stream of its own gives the same result with any
 * number of threads.
 */
public final class Evaluation {

  /** Environments in a block. A part of the result of random policies, hence no setting. */
  private static final int BLOCK = 100;

  private final IntFunction<EnvironmentCore> environments;
  private final EvaluationSettings settings;
  private final int attempts;

  /**
   * An evaluation on environments of one kind.
   *
   * @param environments a new environment for the episode of this index
   */
  public Evaluation(IntFunction<EnvironmentCore> environments, EvaluationSettings settings) {
    this(environments, settings, 1);
  }

  /**
   * An evaluation that tries each site again after a failure.
   *
   * @param attempts at each site, at most; the environment must stay at a site for as many episodes
   */
  public Evaluation(
      IntFunction<EnvironmentCore> environments, EvaluationSettings settings, int attempts) {
    this.environments = environments;
    this.settings = settings;
    this.attempts = attempts;
  }

  /** The seed of a site: {@code EnvironmentCore.seed} with it, then {@code reset}, is that site. */
  public static long siteSeed(long evaluationSeed, int index) {
    return Seeds.derive(evaluationSeed, "site", index);
  }

  /** Plays every site. */
  public PolicyScore play(Policy policy) {
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    try {
      Tally tally = new Tally(policy.name(), attempts);
      for (int first = 0; first < settings.episodes(); first += BLOCK) {
        int count = Math.min(BLOCK, settings.episodes() - first);
        playBlock(policy, first, count, threads, tally);
      }
      return tally.score();
    } finally {
      threads.shutdownNow();
    }
  }

  private void playBlock(
      Policy policy, int first, int count, ExecutorService threads, Tally tally) {
    List<Lane> lanes = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      lanes.add(new Lane(environments.apply(i), siteSeed(settings.seed(), i), attempts));
    }
    int observed = lanes.get(0).observationSize();
    int acted = lanes.get(0).actionSize();
    float[] observations = new float[count * observed];
    float[] actions = new float[count * acted];
    eachLane(lanes, threads, lane -> lanes.get(lane).start(observations, lane * observed));
    while (lanes.stream().anyMatch(Lane::running)) {
      policy.act(observations, actions, count);
      eachLane(
          lanes,
          threads,
          lane -> lanes.get(lane).step(actions, lane * acted, observations, lane * observed));
    }
    lanes.forEach(tally::add);
  }

  private interface LaneWork {
    void at(int lane);
  }

  private void eachLane(List<Lane> lanes, ExecutorService threads, LaneWork work) {
    List<Callable<Void>> shares = new ArrayList<>();
    for (int t = 0; t < settings.threads(); t++) {
      int offset = t;
      shares.add(
          () -> {
            for (int lane = offset; lane < lanes.size(); lane += settings.threads()) {
              work.at(lane);
            }
            return null;
          });
    }
    try {
      for (Future<Void> share : threads.invokeAll(shares)) {
        share.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the evaluation was interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "an episode of the evaluation failed: " + failed.getCause(), failed);
    }
  }
}
