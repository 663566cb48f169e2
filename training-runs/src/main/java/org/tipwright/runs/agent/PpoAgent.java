package org.tipwright.runs.agent;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tipwright.agents.policy.ModelCard;
import org.tipwright.agents.policy.Policy;
import org.tipwright.agents.policy.PolicyFile;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.agents.ppo.PolicyVector;
import org.tipwright.agents.ppo.PpoLearner;
import org.tipwright.agents.ppo.PpoPlayer;
import org.tipwright.agents.ppo.PpoSettings;
import org.tipwright.agents.rollout.Rollout;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.Seeds;

/** Proximal policy optimisation, for tasks with choices or bounded numbers as actions. */
final class PpoAgent implements Agent {

  private final Config config;
  private final PpoSettings settings;
  private final ObservationSpec observations;
  private final ActionSpec actions;
  private final long seed;
  private final int lanes;

  /**
   * Reads {@code ppo}, {@code seed}, {@code training.lanes-per-group}, {@code training.overlap}.
   */
  PpoAgent(Config config, EnvironmentCore environment) {
    check(config);
    this.config = config;
    this.settings = PpoSettings.from(config.getConfig("ppo"));
    this.seed = config.getLong("seed");
    this.lanes = config.getInt("training.lanes-per-group");
    this.observations = environment.observationSpec();
    this.actions = environment.actionSpec();
  }

  /** Refuses settings that PPO cannot learn with. */
  static void check(Config config) {
    PpoSettings.from(config.getConfig("ppo"));
    if (config.getBoolean("training.overlap")) {
      throw new IllegalArgumentException(
          "'training.overlap' is on, but 'ppo' learns only from what its newest policy has played;"
              + " set training.overlap=off");
    }
  }

  @Override
  public LaneGroup laneGroup(Supplier<EnvironmentCore> environments) {
    List<EnvironmentCore> own = Stream.generate(environments).limit(lanes).toList();
    PpoPlayer player = new PpoPlayer(observations, actions, settings, lanes);
    return (group, streams, policy, length) ->
        GroupRound.play(new Rollout(group, own, player, seed), streams, policy, length);
  }

  @Override
  public Learning learning() {
    return new PpoLearning(
        new PpoLearner(observations, actions, settings, Seeds.derive(seed, "learner", 0)));
  }

  @Override
  public Learning restoreLearning(byte[] saved) throws IOException {
    return new PpoLearning(
        PpoLearner.restore(new ByteArrayInputStream(saved), observations, actions, settings));
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
    PolicyVector vector = PolicyVector.of(observations, actions, settings);
    ModelCard card =
        new ModelCard(
            config.getString("task"),
            config.hasPath("preset") ? config.getString("preset") : "none",
            seed,
            observations,
            actions,
            vector.scale(snapshot.parameters()),
            config,
            evaluation);
    return new TrainedPolicy(card, vector.shape(), vector.network(snapshot.parameters()));
  }
}
