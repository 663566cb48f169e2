package org.tipwright.agents.benchmark;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import org.tipwright.agents.dqn.DqnLearner;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.dqn.TaskKnowledge;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.agents.rollout.RoundPlayed;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;

/** Our double DQN with the settings of a file and the published updates. */
final class DqnPlayer implements HosePlayer {

  private static final int UPDATES_PER_EPISODE = 200;
  private static final int MOST_UPDATES = 2000;

  private final Rollout rollout;
  private final DqnLearner learner;

  /**
   * A player for one run.
   *
   * @param conf the file beside this class that says what differs from {@code dqn.conf}
   */
  DqnPlayer(EnvironmentCore hose, String conf, long seed) {
    Config plain = ConfigFactory.parseResources(DqnPlayer.class, conf);
    ActionSpec.Discrete actions = (ActionSpec.Discrete) hose.actionSpec();
    DqnSettings settings = DqnSettings.from(plain.withFallback(DqnSettings.defaults()).resolve());
    QNetwork network = QNetwork.create(hose.observationSpec(), actions, settings, 1);
    this.rollout = new Rollout(0, List.of(hose), network, seed);
    this.learner =
        new DqnLearner(hose.observationSpec(), actions, settings, TaskKnowledge.of(hose), seed);
  }

  @Override
  public EpisodeEnd play(int episode) {
    RoundPlayed played = rollout.play(learner.snapshot(), 1);
    boolean succeeded = played.episodes().successes() > 0;
    if (!succeeded) {
      learner.add(played.episodes());
      learner.learn(Math.min(UPDATES_PER_EPISODE * (episode + 1), MOST_UPDATES));
    }
    return new EpisodeEnd(succeeded, played.steps());
  }
}
