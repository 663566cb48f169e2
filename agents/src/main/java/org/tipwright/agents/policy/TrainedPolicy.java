package org.tipwright.agents.policy;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;
import org.tipwright.agents.kernel.DenseKernel;
import org.tipwright.agents.kernel.NetworkShape;
import org.tipwright.agents.network.DuelingHeads;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.ObservationSpec;

/**
 * A learnt policy that explores no more: always the choice of the highest advantage or preference,
 * or, where actions are numbers, their means, in units of their scale about the middle of their
 * bounds and cut off there. Rows go through the network one at a time, so an action never depends
 * on what else is in the batch. Not safe for two threads at once; {@link #copy} gives each its own.
 */
public final class TrainedPolicy implements Policy {

  /** Name of the output layer of a network that is not a dueling one. */
  public static final String HEAD = "policy";

  private final ModelCard card;
  private final DenseKernel network;
  private final int head;
  private final ActionScale actions;
  private final ObservationScale scale;
  private final float[] observation;
  private final float[] input;

  /**
   * A policy of these parameters.
   *
   * @throws IllegalArgumentException if shape, parameters and card do not fit each other
   */
  public TrainedPolicy(ModelCard card, NetworkShape shape, float[] parameters) {
    this.head = headOf(shape);
    this.actions = new ActionScale(card.actionSpec());
    int outputs = shape.layers().get(head).units();
    if (shape.inputs() != card.observationSpec().size() || outputs != actions.outputs()) {
      throw new IllegalArgumentException(
          "a network of "
              + shape.inputs()
              + " inputs and "
              + outputs
              + " outputs does not fit a model card of "
              + card.observationSpec().size()
              + " observed numbers and "
              + actions.outputs()
              + " choices or acted numbers");
    }
    this.card = card;
    this.network = new DenseKernel(shape, 1);
    this.network.setParameters(parameters);
    this.scale = card.scale();
    this.observation = new float[shape.inputs()];
    this.input = new float[shape.inputs()];
  }

  @Override
  public String name() {
    return "trained";
  }

  /**
   * What tells this policy from any other, for records: task, preset, training seed and the CRC-32
   * of its parameters.
   */
  public String identity() {
    CRC32 sum = new CRC32();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES);
    for (float parameter : network.parameters()) {
      sum.update(bytes.putFloat(0, parameter).array());
    }
    return String.format(
        Locale.ROOT,
        "trained %s, preset %s, seed %d, %08x",
        card.task(),
        card.preset(),
        card.trainingSeed(),
        sum.getValue());
  }

  @Override
  public void act(float[] observations, float[] chosen, int batch) {
    for (int row = 0; row < batch; row++) {
      System.arraycopy(observations, row * observation.length, observation, 0, observation.length);
      scale.apply(observation, input);
      network.forward(input, 1);
      this.actions.best(network.output(head), chosen, row * this.actions.size());
    }
  }

  private static int headOf(NetworkShape shape) {
    boolean dueling =
        shape.layers().stream().anyMatch(layer -> layer.name().equals(DuelingHeads.ADVANTAGE));
    return shape.layer(dueling ? DuelingHeads.ADVANTAGE : HEAD);
  }

  /** The same policy for another thread. */
  public TrainedPolicy copy() {
    return new TrainedPolicy(card, network.shape(), network.parameters());
  }

  /** The same policy with the results of an evaluation on its card. */
  public TrainedPolicy withCard(ModelCard newCard) {
    return new TrainedPolicy(newCard, network.shape(), network.parameters());
  }

  /** What is known of it. */
  public ModelCard card() {
    return card;
  }

  /** Shape of its network. */
  public NetworkShape shape() {
    return network.shape();
  }

  /** A copy of its parameters, in DL4J's order. */
  public float[] parameters() {
    return network.parameters();
  }

  /**
   * Makes sure that an environment is one the policy was trained for.
   *
   * @throws SpecMismatch naming the first difference
   */
  public void check(ObservationSpec observationSpec, ActionSpec actionSpec) {
    SpecMismatch.check(card, observationSpec, actionSpec);
  }
}
