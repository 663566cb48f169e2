package org.tipwright.agents.ppo;

import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.agents.policy.ActionScale;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.LanePlayer;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;

/** Draws actions from the policy of a snapshot. */
public final class PpoPlayer implements LanePlayer {

  private final PolicyVector vector;
  private final DenseKernel kernel;
  private final ActionDistribution distribution;
  private final ActionScale actions;
  private final int output;
  private final float[] inputs;
  private ObservationScale scale;
  private float[] logDeviations = {};

  /** A player of as many lanes as there are rows. */
  public PpoPlayer(
      ObservationSpec observations, ActionSpec actionSpec, PpoSettings settings, int rows) {
    this.vector = PolicyVector.of(observations, actionSpec, settings);
    this.kernel = new DenseKernel(vector.shape(), rows);
    this.distribution = ActionDistribution.of(actionSpec);
    this.actions = new ActionScale(actionSpec);
    this.output = vector.shape().layers().size() - 1;
    this.inputs = new float[rows * observations.size()];
    this.scale = ObservationScale.of(observations, settings.scaleObservations());
  }

  @Override
  public int rows() {
    return kernel.rows();
  }

  @Override
  public void follow(PolicySnapshot snapshot) {
    kernel.setParameters(snapshot.parameters(), 0);
    logDeviations = vector.logDeviations(snapshot.parameters());
    scale = vector.scale(snapshot.parameters());
  }

  @Override
  public void see(float[] observations) {
    scale.apply(observations, inputs);
    kernel.forward(inputs, kernel.rows());
  }

  @Override
  public void choose(int lane, RandomStream exploration, float[] chosen) {
    distribution.see(kernel.output(output), lane * distribution.outputs(), logDeviations);
    distribution.sample(exploration, chosen);
  }

  @Override
  public void toEnvironment(float[] chosen, float[] action) {
    actions.toEnvironment(chosen, action, 0);
  }
}
