package org.tipwright.agents.rl4j;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.rl4j.environment.Environment;
import org.deeplearning4j.rl4j.environment.IntegerActionSchema;
import org.deeplearning4j.rl4j.environment.Schema;
import org.deeplearning4j.rl4j.environment.StepResult;
import org.nd4j.linalg.factory.Nd4j;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.StepType;
import org.tipwright.physics.NotConverged;

/**
 * One of our environments with discrete actions, as RL4J sees it: one channel of numbers, each
 * bounded one mapped to [−1, 1].
 *
 * <p>RL4J asks two questions. {@code StepResult.isTerminal} is true after a termination alone and
 * stops bootstrapping; {@link #isEpisodeFinished} is true after a truncation too and ends the
 * episode. So a truncation is told in full. An episode whose physics does not converge cannot be
 * dropped, since RL4J has already learnt from its beginning: it ends like a truncation and is
 * counted.
 */
public final class Rl4jEnvironment implements Environment<Integer> {

  /** Name of the only channel. */
  public static final String CHANNEL = "observation";

  private static final int ATTEMPTS = 100;

  private final EnvironmentCore core;
  private final Schema<Integer> schema;
  private final ObservationScale scale;
  private final float[] observation;
  private final float[] scaled;
  private final float[] action = new float[1];
  private boolean finished = true;
  private int abandoned;

  /**
   * Seeds and wraps an environment, which nobody else may step meanwhile. Loads ND4J.
   *
   * @throws IllegalArgumentException if its actions are not discrete
   */
  public Rl4jEnvironment(EnvironmentCore core, long seed) {
    if (!(core.actionSpec() instanceof ActionSpec.Discrete actions)) {
      throw new IllegalArgumentException(
          "RL4J's Q-learning needs discrete actions, not " + core.actionSpec().asText());
    }
    core.seed(seed);
    this.core = core;
    this.schema =
        new Schema<>(
            new IntegerActionSchema(
                actions.count(), 0, Nd4j.getRandomFactory().getNewRandomInstance(seed)));
    this.scale = ObservationScale.of(core.observationSpec(), true);
    this.observation = new float[core.observationSpec().size()];
    this.scaled = new float[observation.length];
  }

  @Override
  public Schema<Integer> getSchema() {
    return schema;
  }

  @Override
  public Map<String, Object> reset() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        core.reset(observation, 0);
        finished = false;
        return channels();
      } catch (NotConverged notConverged) {
        abandoned++;
      }
    }
    throw new IllegalStateException(
        "the physics found no state to start from in " + ATTEMPTS + " episodes");
  }

  @Override
  public StepResult step(Integer choice) {
    action[0] = choice;
    try {
      StepType type = core.step(action, 0, observation, 0);
      finished = type.isLast();
      return new StepResult(channels(), core.reward(), type == StepType.TERMINATED);
    } catch (NotConverged notConverged) {
      abandoned++;
      finished = true;
      return new StepResult(channels(), 0.0, false);
    }
  }

  @Override
  public boolean isEpisodeFinished() {
    return finished;
  }

  /** Whether the last episode ended in what the task calls success. */
  public boolean succeeded() {
    return core.succeeded();
  }

  /** Episodes whose physics did not converge. */
  public int abandoned() {
    return abandoned;
  }

  @Override
  public void close() {
    finished = true;
  }

  private Map<String, Object> channels() {
    scale.apply(observation, scaled);
    double[] values = new double[scaled.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = scaled[i];
    }
    Map<String, Object> channels = new TreeMap<>();
    channels.put(CHANNEL, values);
    return channels;
  }
}
