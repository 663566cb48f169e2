package org.tipwright.tests.canary;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.ppo.AdvantageEstimator;
import org.tipwright.agents.ppo.PpoLearner;
import org.tipwright.agents.ppo.PpoPlayer;
import org.tipwright.agents.ppo.PpoSettings;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.agents.rollout.RoundLength;
import org.tipwright.env.EnvironmentCore;

/** Plays and learns a tiny task with PPO for a number of steps. */
final class PpoCanary {

  static final PpoSettings SETTINGS =
      PpoSettings.from(
          ConfigFactory.parseString(
                  """
                  hidden = [16], batch = 64, epochs = 6, discount = 0.9, gae-lambda = 0.9
                  learning-rate { start = 0.01, end = 0.01 }, entropy = 0.001
                  """)
              .withFallback(PpoSettings.defaults()));

  private static final int LANES = 8;
  private static final int STEPS_PER_LANE = 32;

  private PpoCanary() {}

  /**
   * Mean over the episodes of a last round, played as in learning, of the sum of rewards and of the
   * share that succeeded.
   */
  record Score(double meanReturn, double successRate) {}

  static Score learn(
      Supplier<EnvironmentCore> task, AdvantageEstimator estimator, long seed, int steps) {
    List<EnvironmentCore> lanes = Stream.generate(task).limit(LANES).toList();
    var observations = lanes.get(0).observationSpec();
    var actions = lanes.get(0).actionSpec();
    Rollout rollout =
        new Rollout(0, lanes, new PpoPlayer(observations, actions, SETTINGS, LANES), seed);
    PpoLearner learner = new PpoLearner(observations, actions, SETTINGS, estimator, seed);
    while (learner.steps() < steps) {
      learner.learn(
          rollout.play(learner.snapshot(), RoundLength.ofSteps(STEPS_PER_LANE)).episodes());
    }
    EpisodeBatch last = rollout.play(learner.snapshot(), RoundLength.ofEpisodes(10)).episodes();
    return new Score(last.totalReward() / last.count(), (double) last.successes() / last.count());
  }
}
