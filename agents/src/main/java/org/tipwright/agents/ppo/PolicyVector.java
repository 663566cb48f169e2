package org.tipwright.agents.ppo;

import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.agents.policy.TrainedPolicy;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;

/**
 * A policy as the one vector of a snapshot: the network's parameters, the log-deviations where
 * actions are numbers, then middles, factors and limit of the observations' scale.
 *
 * @param shape of the policy network
 * @param shared log-deviations, 0 where actions are choices
 */
public record PolicyVector(NetworkShape shape, int shared) {

  /** The vectors of policies with these settings, for an environment of these specs. */
  public static PolicyVector of(
      ObservationSpec observations, ActionSpec actions, PpoSettings settings) {
    ActionDistribution distribution = ActionDistribution.of(actions);
    NetworkShape shape =
        NetworkShape.chain(
            observations.size(),
            settings.hidden(),
            settings.activation().activation(),
            TrainedPolicy.HEAD,
            distribution.outputs());
    return new PolicyVector(shape, distribution.shared());
  }

  /** All of a policy as one vector. */
  float[] write(float[] network, float[] logDeviations, ObservationScale scale) {
    float[] middles = scale.middles();
    float[] vector = new float[network.length + shared + 2 * middles.length + 1];
    System.arraycopy(network, 0, vector, 0, network.length);
    System.arraycopy(logDeviations, 0, vector, network.length, shared);
    int at = network.length + shared;
    System.arraycopy(middles, 0, vector, at, middles.length);
    System.arraycopy(scale.factors(), 0, vector, at + middles.length, middles.length);
    vector[vector.length - 1] = scale.limit();
    return vector;
  }

  /** The parameters of the network. */
  public float[] network(float[] vector) {
    return part(vector, 0, shape.parameterCount());
  }

  /** The log-deviations. */
  float[] logDeviations(float[] vector) {
    return part(vector, shape.parameterCount(), shared);
  }

  /** What observations go through before the network. */
  public ObservationScale scale(float[] vector) {
    int at = shape.parameterCount() + shared;
    int size = shape.inputs();
    return new ObservationScale(
        part(vector, at, size), part(vector, at + size, size), vector[at + 2 * size]);
  }

  private static float[] part(float[] vector, int from, int count) {
    float[] part = new float[count];
    System.arraycopy(vector, from, part, 0, count);
    return part;
  }
}
