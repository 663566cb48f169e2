package org.tipwright.agents.dqn;

import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.DuelingHeads;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.agents.policy.ActionChoice;
import org.tipwright.agents.policy.PolicySnapshot;
import org.tipwright.agents.rollout.LanePlayer;
import org.tipwright.env.ActionMask;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.random.RandomStream;

/**
 * Action values of a fixed number of observations: {@code Q(s, a) = V(s) + A(s, a) − mean A(s, ·)},
 * Wang et al., ICML 2016 (arXiv:1511.06581), eq. 9; or, of a network without a value head, what its
 * only head says. Observations come in physical units; {@link ObservationScale} brings them to the
 * network's range.
 */
public final class QNetwork implements LanePlayer {

  private final DenseKernel kernel;
  private final ObservationScale scale;
  private final boolean dueling;
  private final int value;
  private final int advantage;
  private final int choices;
  private final float[] inputs;
  private final float[] seen;
  private ActionMask mask = ActionMask.NONE;
  private double temperature;
  private double epsilon;

  /** A network of this shape, all parameters zero, for {@code rows} observations a call. */
  public QNetwork(NetworkShape shape, ObservationScale scale, int rows) {
    this.kernel = new DenseKernel(shape, rows);
    this.scale = scale;
    this.dueling =
        shape.layers().stream().anyMatch(layer -> layer.name().equals(DuelingHeads.VALUE));
    this.value = dueling ? shape.layer(DuelingHeads.VALUE) : 0;
    this.advantage = shape.layer(DuelingHeads.ADVANTAGE);
    this.choices = shape.layers().get(advantage).units();
    this.inputs = new float[rows * shape.inputs()];
    this.seen = new float[rows * choices];
  }

  /** The network that these settings describe for an environment of these specs. */
  public static QNetwork create(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings, int rows) {
    return new QNetwork(
        shape(observations, actions, settings),
        ObservationScale.of(observations, settings.scaleObservations()),
        rows);
  }

  /** Shape of the network behind the values. */
  public NetworkShape shape() {
    return kernel.shape();
  }

  /** Choices that are valued. */
  public int choices() {
    return choices;
  }

  /** Observations a call. */
  @Override
  public int rows() {
    return kernel.rows();
  }

  /** A copy of the parameters, in DL4J's order. */
  public float[] parameters() {
    return kernel.parameters();
  }

  /** Sets the parameters, in DL4J's order. */
  public void setParameters(float[] parameters) {
    kernel.setParameters(parameters);
  }

  /**
   * Computes the values of every choice.
   *
   * @param observations {@code rows × observation size}, in physical units
   * @param q written, {@code rows × choices}
   */
  public void q(float[] observations, float[] q) {
    scale.apply(observations, inputs);
    kernel.forward(inputs, kernel.rows());
    float[] values = kernel.output(value);
    float[] advantages = kernel.output(advantage);
    if (!dueling) {
      System.arraycopy(advantages, 0, q, 0, kernel.rows() * choices);
      return;
    }
    for (int row = 0; row < kernel.rows(); row++) {
      int at = row * choices;
      float mean = 0f;
      for (int a = 0; a < choices; a++) {
        mean += advantages[at + a];
      }
      float base = values[row] - mean / choices;
      for (int a = 0; a < choices; a++) {
        q[at + a] = base + advantages[at + a];
      }
    }
  }

  /** Never chooses, from now on, what this forbids. */
  public QNetwork obeying(ActionMask forbidden) {
    mask = forbidden;
    return this;
  }

  @Override
  public void follow(PolicySnapshot snapshot) {
    setParameters(snapshot.parameters());
    temperature = snapshot.explorationTemperature();
    epsilon = snapshot.epsilon();
  }

  @Override
  public void see(float[] observations) {
    q(observations, seen);
    if (mask != ActionMask.NONE) {
      ActionChoice.forbid(mask, observations, kernel.shape().inputs(), seen, choices);
    }
  }

  @Override
  public void choose(int lane, RandomStream exploration, float[] chosen) {
    chosen[0] =
        ActionChoice.explore(seen, lane * choices, choices, temperature, epsilon, exploration);
  }

  /**
   * Computes the gradient of a loss for the observations that {@link #q} last saw.
   *
   * @param qErrors slope of the loss in each value, {@code rows × choices}
   */
  void backward(float[] qErrors) {
    float[] valueErrors = kernel.outputErrors(value);
    float[] advantageErrors = kernel.outputErrors(advantage);
    if (!dueling) {
      System.arraycopy(qErrors, 0, advantageErrors, 0, kernel.rows() * choices);
      kernel.backward(kernel.rows());
      return;
    }
    for (int row = 0; row < kernel.rows(); row++) {
      int at = row * choices;
      float sum = 0f;
      for (int a = 0; a < choices; a++) {
        sum += qErrors[at + a];
      }
      valueErrors[row] = sum;
      for (int a = 0; a < choices; a++) {
        advantageErrors[at + a] = qErrors[at + a] - sum / choices;
      }
    }
    kernel.backward(kernel.rows());
  }

  DenseKernel kernel() {
    return kernel;
  }

  private static NetworkShape shape(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings) {
    return settings.dueling()
        ? DuelingHeads.shape(
            observations.size(),
            settings.hidden(),
            settings.headHidden(),
            settings.activation(),
            actions.count())
        : DuelingHeads.single(
            observations.size(),
            settings.hidden(),
            settings.headHidden(),
            settings.activation(),
            actions.count());
  }
}
