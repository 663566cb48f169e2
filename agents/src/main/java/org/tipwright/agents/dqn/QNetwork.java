package org.tipwright.agents.dqn;

import org.tipwright.agents.network.DuelingGraph;
import org.tipwright.agents.network.DuelingKernel;
import org.tipwright.agents.network.DuelingShape;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;

/**
 * Action values of a fixed number of observations: {@code Q(s, a) = V(s) + A(s, a) − mean A(s, ·)},
 * Wang et al., ICML 2016 (arXiv:1511.06581), eq. 9. Observations come in physical units; {@link
 * ObservationScale} brings them to the network's range.
 */
public final class QNetwork {

  private final DuelingKernel kernel;
  private final ObservationScale scale;
  private final int choices;
  private final float[] inputs;
  private final float[] headErrors;

  /** A network of this shape, all parameters zero, for {@code rows} observations a call. */
  public QNetwork(DuelingShape shape, ObservationScale scale, int rows) {
    this.kernel = new DuelingKernel(shape, rows);
    this.scale = scale;
    this.choices = shape.choices();
    this.inputs = new float[rows * shape.inputs()];
    this.headErrors = new float[rows * shape.outputs()];
  }

  /** The network that these settings describe for an environment of these specs. */
  public static QNetwork create(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings, int rows) {
    return new QNetwork(
        shape(observations, actions, settings),
        ObservationScale.of(observations, settings.scaleObservations()),
        rows);
  }

  /** Parameters to start from, the same for equal seeds. Loads ND4J. */
  public float[] initialParameters(long seed) {
    return DuelingGraph.parameters(DuelingGraph.initialise(kernel.shape(), seed));
  }

  /** Shape of the network behind the values. */
  public DuelingShape shape() {
    return kernel.shape();
  }

  /** Observations a call. */
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
    float[] heads = kernel.forward(inputs);
    for (int row = 0; row < kernel.rows(); row++) {
      int head = row * (choices + 1);
      float mean = 0f;
      for (int a = 1; a <= choices; a++) {
        mean += heads[head + a];
      }
      float base = heads[head] - mean / choices;
      for (int a = 0; a < choices; a++) {
        q[row * choices + a] = base + heads[head + 1 + a];
      }
    }
  }

  /**
   * Computes the gradient of a loss for the observations that {@link #q} last saw.
   *
   * @param qErrors slope of the loss in each value, {@code rows × choices}
   */
  void backward(float[] qErrors) {
    for (int row = 0; row < kernel.rows(); row++) {
      int head = row * (choices + 1);
      float sum = 0f;
      for (int a = 0; a < choices; a++) {
        sum += qErrors[row * choices + a];
      }
      headErrors[head] = sum;
      for (int a = 0; a < choices; a++) {
        headErrors[head + 1 + a] = qErrors[row * choices + a] - sum / choices;
      }
    }
    kernel.backward(headErrors);
  }

  DuelingKernel kernel() {
    return kernel;
  }

  private static DuelingShape shape(
      ObservationSpec observations, ActionSpec.Discrete actions, DqnSettings settings) {
    return new DuelingShape(
        observations.size(), settings.hidden(), settings.activation(), actions.count());
  }
}
