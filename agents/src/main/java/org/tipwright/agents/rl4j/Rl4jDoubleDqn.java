package org.tipwright.agents.rl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.rl4j.agent.AgentLearner;
import org.deeplearning4j.rl4j.agent.IAgentLearner;
import org.deeplearning4j.rl4j.agent.learning.algorithm.dqn.BaseTransitionTDAlgorithm;
import org.deeplearning4j.rl4j.agent.learning.update.updater.NeuralNetUpdaterConfiguration;
import org.deeplearning4j.rl4j.builder.DoubleDQNBuilder;
import org.deeplearning4j.rl4j.experience.ReplayMemoryExperienceHandler;
import org.deeplearning4j.rl4j.network.QNetwork;
import org.deeplearning4j.rl4j.observation.transform.TransformProcess;
import org.deeplearning4j.rl4j.observation.transform.operation.ArrayToINDArrayTransform;
import org.deeplearning4j.rl4j.policy.EpsGreedy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.tipwright.agents.network.Nd4jThreads;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.random.Seeds;

/**
 * RL4J's own double DQN on one of our environments: its network, its replay memory, its
 * epsilon-greedy policy, its updates. Runs in the calling thread, one episode at a time, so the
 * caller decides when to stop. Equal seeds give equal episodes.
 */
public final class Rl4jDoubleDqn {

  private final Rl4jEnvironment environment;
  private final IAgentLearner<Integer> agent;

  /** A new agent; takes the environment over and seeds it. */
  public Rl4jDoubleDqn(EnvironmentCore core, Rl4jSettings settings, long seed) {
    Nd4jThreads.useOne();
    this.environment = new Rl4jEnvironment(core, Seeds.derive(seed, "lane", 0));
    DoubleDQNBuilder.Configuration configuration =
        DoubleDQNBuilder.Configuration.builder()
            .policyConfiguration(
                EpsGreedy.Configuration.builder()
                    .epsilonNbStep(settings.epsilonSteps())
                    .minEpsilon(settings.minimalEpsilon())
                    .build())
            .experienceHandlerConfiguration(
                ReplayMemoryExperienceHandler.Configuration.builder()
                    .maxReplayMemorySize(settings.experienceCapacity())
                    .batchSize(settings.batch())
                    .build())
            .neuralNetUpdaterConfiguration(
                NeuralNetUpdaterConfiguration.builder()
                    .targetUpdateFrequency(settings.targetPeriod())
                    .build())
            .updateAlgorithmConfiguration(
                BaseTransitionTDAlgorithm.Configuration.builder()
                    .gamma(settings.discount())
                    .build())
            .agentLearnerConfiguration(AgentLearner.Configuration.builder().build())
            .build();
    QNetwork network =
        QNetwork.builder()
            .withNetwork(network(core, environment, settings, seed))
            .channelNames(new String[] {Rl4jEnvironment.CHANNEL})
            .build();
    this.agent =
        new DoubleDQNBuilder(
                configuration,
                network,
                () -> environment,
                () ->
                    TransformProcess.builder()
                        .transform(Rl4jEnvironment.CHANNEL, new ArrayToINDArrayTransform())
                        .build(Rl4jEnvironment.CHANNEL),
                Nd4j.getRandomFactory().getNewRandomInstance(Seeds.derive(seed, "rl4j", 0)))
            .build();
  }

  /** Plays one whole episode, learning after every step. */
  public void playEpisode() {
    agent.run();
  }

  /** Steps of the last episode. */
  public int steps() {
    return agent.getEpisodeStepCount();
  }

  /** Sum of the rewards of the last episode. */
  public double totalReward() {
    return agent.getReward();
  }

  /** Whether the last episode ended in what the task calls success. */
  public boolean succeeded() {
    return environment.succeeded();
  }

  private static MultiLayerNetwork network(
      EnvironmentCore core, Rl4jEnvironment environment, Rl4jSettings settings, long seed) {
    var layers =
        new NeuralNetConfiguration.Builder()
            .seed(Seeds.derive(seed, "network", 0))
            .updater(new Adam(settings.learningRate()))
            .weightInit(WeightInit.XAVIER)
            .list();
    int width = core.observationSpec().size();
    for (int units : settings.hidden()) {
      layers.layer(
          new DenseLayer.Builder().nIn(width).nOut(units).activation(Activation.TANH).build());
      width = units;
    }
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nIn(width)
            .nOut(environment.getSchema().getActionSchema().getActionSpaceSize())
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }
}
