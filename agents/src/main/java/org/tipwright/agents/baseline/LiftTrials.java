package org.tipwright.agents.baseline;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tipwright.agents.policy.Policy;
import org.tipwright.env.StepType;
import org.tipwright.env.lift.LiftSettings;
import org.tipwright.env.lift.LiftTask;
import org.tipwright.env.random.Seeds;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;

/**
 * Plays one lift on each of a numbered set of sites. Site i of a set is the same for every player:
 * the task seeded by {@code Seeds.derive(seed, "site", i)}.
 */
public final class LiftTrials {

  private final LiftSettings settings;
  private final long seed;

  /** The set of sites of a seed. */
  public LiftTrials(LiftSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * Whether each site from {@code from} (inclusive) to {@code to} (exclusive) was lifted, by a
   * player that may know the site. Uses all processors; the answer does not depend on how many
   * there are. A lift whose physics does not converge counts as failed.
   */
  public boolean[] play(int from, int to, Function<LiftSite, Policy> player) {
    boolean[] lifted = new boolean[to - from];
    int parts = ForkJoinPool.getCommonPoolParallelism() + 1;
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              LiftTask task = new LiftTask(settings);
              for (int i = part; i < lifted.length; i += parts) {
                lifted[i] = lift(task, from + i, player);
              }
            });
    return lifted;
  }

  /** Whether one site was lifted. */
  boolean lift(LiftTask task, int site, Function<LiftSite, Policy> player) {
    float[] observation = new float[task.observationSpec().size()];
    float[] action = new float[1];
    try {
      task.seed(Seeds.derive(seed, "site", site));
      task.reset(observation, 0);
      Policy policy = player.apply(task.bench().site());
      StepType type = StepType.FIRST;
      while (!type.isLast()) {
        policy.act(observation, action, 1);
        type = task.step(action, 0, observation, 0);
      }
      return task.succeeded();
    } catch (NotConverged notConverged) {
      return false;
    }
  }

  /** Observation size of the sites' task. */
  int observationSize() {
    return new LiftTask(settings).observationSpec().size();
  }
}
