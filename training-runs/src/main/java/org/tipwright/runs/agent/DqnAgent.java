package org.tipwright.runs.agent;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipwright.agents.dqn.DqnLearner;
import org.tipwright.agents.dqn.DqnSettings;
import org.tipwright.agents.dqn.QNetwork;
import org.tipwright.agents.dqn.TaskKnowledge;
import org.tipwright.agents.policy.ModelCard;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.Seeds;

/** Double DQN, for tasks with discrete actions. */
final class DqnAgent implements Agent {

  private final Config config;
  private final DqnSettings settings;
  private final ObservationSpec observations;
  private final ActionSpec.Discrete actions;
  private final TaskKnowledge knowledge;
  private final long seed;
  private final int lanes;

  /** Reads {@code dqn}, {@code seed} and {@code training.lanes-per-group}. */
  DqnAgent(Config config, EnvironmentCore environment) {
    this.config = config;
    this.settings = DqnSettings.from(config.getConfig("dqn"));
    this.seed = config.getLong("seed");
    this.lanes = config.getInt("training.lanes-per-group");
    this.observations = environment.observationSpec();
    this.knowledge = TaskKnowledge.of(environment);
    if (!(environment.actionSpec() instanceof ActionSpec.Discrete discrete)) {
      throw new IllegalArgumentException(
          "'agent' is 'dqn', which chooses among named actions, but the task's actions are numbers: "
              + environment.actionSpec().asText());
    }
    this.actions = discrete;
  }

  @Override
  public LaneGroup laneGroup(Supplier<EnvironmentCore> environments) {
    List<EnvironmentCore> own = Stream.generate(environments).limit(lanes).toList();
    QNetwork network =
        QNetwork.create(observations, actions, settings, lanes).obeying(knowledge.mask());
    return (group, streams, policy, length) ->
        GroupRound.play(new Rollout(group, own, network, seed), streams, policy, length);
  }

  @Override
  public Learning learning() {
    return new DqnLearning(
        new DqnLearner(
            observations, actions, settings, knowledge, Seeds.derive(seed, "learner", 0)));
  }

  @Override
  public Learning restoreLearning(byte[] saved) throws IOException {
    return new DqnLearning(
        DqnLearner.restore(
            new ByteArrayInputStream(saved), observations, actions, settings, knowledge));
  }

  @Override
  public Policy greedy(PolicySnapshot snapshot) {
    return policy(snapshot, ConfigFactory.empty());
  }

  @Override
  public void write(PolicySnapshot snapshot, ValidationScore score, Path file) throws IOException {
    PolicyFile.save(file, policy(snapshot, score.asConfig()));
  }

  private TrainedPolicy policy(PolicySnapshot snapshot, Config evaluation) {
    ModelCard card =
        new ModelCard(
            config.getString("task"),
            config.hasPath("preset") ? config.getString("preset") : "none",
            seed,
            observations,
            actions,
            settings.scaleObservations(),
            config,
            evaluation);
    return new TrainedPolicy(
        card, QNetwork.create(observations, actions, settings, 1).shape(), snapshot.parameters());
  }
}
