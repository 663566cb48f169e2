package org.tipwright.agents.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.tipwright.agents.experience.EpisodeBatch;
import org.tipwright.agents.experience.EpisodeCollector;
import org.tipwright.agents.experience.ExperienceBuffer;
import org.tipwright.agents.experience.TransitionBatch;
import org.tipwright.agents.network.Nd4jThreads;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.Seeds;
import org.tipwright.physics.NotConverged;

/**
 * DQN (Mnih et al., Nature 518 (2015) 529) on one of our environments, on DL4J's {@code
 * MultiLayerNetwork}: epsilon-greedy, experience drawn uniformly, a target network copied now and
 * then. An episode counts from the next one on, for experience comes whole. Equal seeds give equal
 * episodes.
 */
public final class Dl4jDqn {

  private final EnvironmentCore environment;
  private final Dl4jSettings settings;
  private final int choices;
  private final int size;
  private final ObservationScale scale;
  private final MultiLayerNetwork online;
  private final MultiLayerNetwork target;
  private final ExperienceBuffer experience;
  private final EpisodeCollector collector;
  private final TransitionBatch batch;
  private final RandomStream random;
  private final float[] observation;
  private final float[] input;
  private final float[] action = new float[1];
  private long allSteps;
  private long updates;
  private long episodes;

  /**
   * A new agent; takes the environment over and seeds it.
   *
   * @throws IllegalArgumentException if its actions are not discrete
   */
  public Dl4jDqn(EnvironmentCore environment, Dl4jSettings settings, long seed) {
    if (!(environment.actionSpec() instanceof ActionSpec.Discrete discrete)) {
      throw new IllegalArgumentException(
          "DQN needs discrete actions, not " + environment.actionSpec().asText());
    }
    Nd4jThreads.useOne();
    environment.seed(Seeds.derive(seed, "lane", 0));
    this.environment = environment;
    this.settings = settings;
    this.choices = discrete.count();
    this.size = environment.observationSpec().size();
    this.scale = ObservationScale.of(environment.observationSpec(), true);
    this.online = network(Seeds.derive(seed, "network", 0));
    this.target = online.clone();
    this.experience = new ExperienceBuffer(settings.experienceCapacity(), size, false);
    this.collector = new EpisodeCollector(size, 1);
    this.batch = new TransitionBatch(settings.batch(), size);
    this.random = new RandomStream(seed, "dl4j");
    this.observation = new float[size];
    this.input = new float[size];
  }

  /**
   * Plays one whole episode, learning after every step.
   *
   * @return the episode
   * @throws NotConverged if its physics does not relax
   */
  public EpisodeBatch playEpisode() throws NotConverged {
    environment.reset(observation, 0);
    scale.apply(observation, input);
    collector.begin(input, 0);
    StepType type;
    do {
      action[0] = choose();
      type = environment.step(action, 0, observation, 0);
      scale.apply(observation, input);
      collector.add(action, 0, environment.reward(), input, 0);
      allSteps++;
      if (experience.transitions() >= settings.batch()) {
        update();
      }
    } while (!type.isLast());
    EpisodeBatch episode =
        collector.finish(type == StepType.TERMINATED, environment.succeeded(), episodes++);
    experience.add(episode);
    return episode;
  }

  private int choose() {
    double fallen = Math.min(1.0, (double) allSteps / settings.epsilonSteps());
    double epsilon = 1 + fallen * (settings.minimalEpsilon() - 1);
    if (random.nextDouble() < epsilon) {
      return random.nextInt(choices);
    }
    return online.output(rows(input, 1)).argMax(1).getInt(0);
  }

  private void update() {
    int count = batch.size();
    for (int i = 0; i < count; i++) {
      experience.transition(experience.drawUniformly(random), settings.discount(), 1, batch, i);
    }
    INDArray next = target.output(rows(batch.nextObservations, count)).max(1);
    INDArray seen = rows(batch.observations, count);
    INDArray labels = online.output(seen).dup();
    for (int i = 0; i < count; i++) {
      labels.putScalar(
          i, batch.actions[i], batch.returns[i] + batch.discounts[i] * next.getFloat(i));
    }
    online.fit(seen, labels);
    updates++;
    if (updates % settings.targetPeriod() == 0) {
      target.setParameters(online.params());
    }
  }

  private INDArray rows(float[] numbers, int count) {
    return Nd4j.createFromArray(numbers).reshape(count, size);
  }

  private MultiLayerNetwork network(long seed) {
    var layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(new Adam(settings.learningRate()))
            .weightInit(WeightInit.XAVIER)
            .list();
    int width = size;
    for (int units : settings.hidden()) {
      layers.layer(
          new DenseLayer.Builder().nIn(width).nOut(units).activation(Activation.TANH).build());
      width = units;
    }
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nIn(width)
            .nOut(choices)
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }
}
